import type {GlossaryTerm} from './articleParts.ts'
import type {Anchors} from './createAnchors.ts'
import type {ExplainedTerm} from './htmlOptions.ts'

/** Collects the glossary terms that the text explains. */
export interface Terms {
  /** Notes one use; null when the term has no meaning to show. */
  use(
    term: GlossaryTerm,
  ): {readonly anchor: string; readonly target: string; readonly isFirst: boolean} | null
  list(): readonly ExplainedTerm[]
}

export function createTerms(anchors: Anchors): Terms {
  const explained = new Map<string, {term: string; definition: string; anchor: string; uses: string[]}>()
  return {
    use({_id: id, term, definition}) {
      if (!term || !definition) return null
      const isFirst = !explained.has(id)
      const entry = explained.get(id) ?? {term, definition, anchor: anchors.make(`term-${term}`), uses: []}
      explained.set(id, entry)
      const anchor = anchors.make(`explained-${term}`)
      entry.uses.push(anchor)
      return {anchor, target: entry.anchor, isFirst}
    },
    list: () => [...explained.values()],
  }
}
