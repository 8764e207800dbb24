import {compareText} from '../compareText.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import type {Support} from './findSupport.ts'
import {mentionCondition} from './mention.ts'
import type {Conflict, Reason} from './screeningResult.ts'

/**
 * Where published statements on one exercise and one condition disagree: rules of different severity,
 * a general rule beside a clinic's own protocol, or a rule beside a statement that supports the exercise.
 */
export function findConflicts(
  reasons: readonly Reason[],
  support: Support,
  index: ScreeningIndex,
): Conflict[] {
  const [first] = reasons
  const isUniform = reasons.every(({severity}) => severity === first?.severity)
  if (isUniform && support.byFacet.size === 0) return []
  const byFacet = new Map<string, Reason[]>()
  for (const reason of reasons) {
    for (const {id} of reason.facets) {
      const list = byFacet.get(id)
      // A rule may name one condition at two stages.
      if (list) {
        if (list.at(-1) !== reason) list.push(reason)
      } else byFacet.set(id, [reason])
    }
  }
  const conflicts: Conflict[] = []
  for (const [facet, group] of byFacet) {
    if (group.length < 2 && support.byFacet.size === 0) continue
    const severities = new Set(group.map(({severity}) => severity))
    const scopes = new Set(group.map(({scope, organization}) => `${scope} ${organization ?? ''}`))
    if (severities.size > 1)
      conflicts.push(createConflict(scopes.size > 1 ? 'scope' : 'severity', facet, group, [], index))
    const citations = supportOf(facet, support, index)
    const certain = group.filter((reason) => reason.certain)
    if (citations.length > 0 && certain.length > 0) {
      conflicts.push(createConflict('support', facet, certain, citations, index))
    }
  }
  return conflicts.toSorted((a, b) => compareText(sortKey(a), sortKey(b)))
}

function supportOf(facet: string, support: Support, index: ScreeningIndex): string[] {
  const found = new Set<string>()
  for (const [stated, statements] of support.byFacet) {
    if (!index.conditions.ancestry(stated).paths.has(facet)) continue
    for (const {citation} of statements) found.add(citation ?? 'unnamed')
  }
  return [...found].toSorted()
}

function createConflict(
  kind: Conflict['kind'],
  facet: string,
  reasons: readonly Reason[],
  citations: readonly string[],
  index: ScreeningIndex,
): Conflict {
  return {
    kind,
    facet: mentionCondition(facet, index.conditions),
    rules: reasons.map(({rule, severity, scope}) => ({id: rule.id, title: rule.title, severity, scope})),
    citations,
  }
}

function sortKey({facet, kind}: Conflict): string {
  return `${facet.slug} ${kind}`
}
