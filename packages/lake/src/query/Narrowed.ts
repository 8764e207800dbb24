import type {Project} from './compileProjection.ts'
import type {DocumentView} from './DocumentView.ts'

/**
 * Documents that an index gives for a filter: every one that passes it, and perhaps others.
 * `ids` are those of stored documents; `isExact` promises that there are no others.
 */
export type Narrowed = {
  index: string
  estimate: number
  isExact: boolean
  /** Set where all of them are of one type, and an index over a member of that type found them. */
  type?: string
  /** Set where `ids` gives them in order. */
  isAscending?: boolean
  /** `onRead` is called for each document that has to be read for this, and may throw to end it. */
  ids(onRead?: () => void): readonly string[]
  /** How many show, where that is known without looking at each. */
  count?: number
  /** Tags of other documents that decided which they are. */
  seen?: readonly string[]
  /** All that the query reads of them, where that is known. */
  members?: readonly string[]
  /** What the query makes of each. */
  project?: Project
}

/** Candidates, with the tags of what can change a result that is made of them. */
export type TaggedCandidates = Narrowed & {tags: readonly string[]}

/** The same where documents are not as the indexes know them: each of those may pass too. */
export function withChanged(narrowed: Narrowed, view: DocumentView): Narrowed {
  const changed = view.changed?.()
  if (!changed) return narrowed
  const {count: _, ...found} = narrowed
  return {
    ...found,
    estimate: narrowed.estimate + changed.length,
    isExact: false,
    isAscending: false,
    ids: (onRead) => [...new Set([...narrowed.ids(onRead), ...changed])],
  }
}

/** Documents by `_id`, as the view shows it. */
export function byIds(ids: readonly string[], view: DocumentView): Narrowed {
  const stored = [...new Set(ids)].map((id) => view.storedId(id)).filter((id) => id !== undefined)
  return {
    index: 'id',
    estimate: stored.length,
    isExact: true,
    ids: () => stored,
  }
}

/** All documents of some types. */
export function byTypes(types: readonly string[], view: DocumentView): Narrowed {
  const lists = [...new Set(types)].map((type) => view.idsOfType(type))
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  return {
    index: 'type',
    estimate: total,
    isExact: true,
    ...(view.listsOnlyShown ? {count: total} : {}),
    ids: () => (lists.length === 1 && lists[0] ? lists[0] : lists.flat()),
  }
}

/** Documents by `slug.current`. */
export function bySlugs(slugs: readonly string[], view: DocumentView): Narrowed {
  const stored = [...new Set(slugs)].flatMap((slug) => view.idsWithSlug(slug))
  return {index: 'slug', estimate: stored.length, isExact: false, ids: () => stored}
}

/**
 * Documents whose `_id` begins so; nothing where it is not the one under which they are stored.
 * @param isExact - whether nothing else is asked of it
 */
export function byIdPrefix(prefix: string, view: DocumentView, isExact: boolean): Narrowed | undefined {
  if (prefix === '' || !view.each) return undefined
  const stored = view.source.ids.withPrefix(prefix)
  return {index: 'id', estimate: stored.length, isExact, isAscending: true, ids: () => stored}
}

// Whom so many refer to is not looked up for each of them.
const MAX_BETWEEN = 100

/**
 * Documents from which so many references, one after the other, may lead to one with this `slug.current`; undefined where
 * too many stand between.
 */
export function bySlugOfTarget(slug: string, steps: number, view: DocumentView): Narrowed | undefined {
  const seen = [`slug:${slug}`]
  let targets = view.idsWithSlug(slug)
  for (let step = 1; ; step += 1) {
    const ids = targets.map((stored) => view.shownId(stored)).filter((id) => id !== undefined)
    const found = byReference(ids, view)
    if (step === steps) return {...found, index: 'references', seen}
    targets = found.ids()
    if (ids.length + targets.length > MAX_BETWEEN) return undefined
    // Who comes to refer to one of these leads there too.
    seen.push(...ids.map((id) => `ref:${id}`))
  }
}

/** Documents that refer to any of some ids, wherever in them. */
export function byReference(targets: readonly string[], view: DocumentView): Narrowed {
  const stored = [...new Set(targets.flatMap((target) => view.referrersOf(target)))]
  return {index: 'references', estimate: stored.length, isExact: false, ids: () => stored}
}
