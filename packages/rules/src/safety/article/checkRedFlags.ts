import {isAnyone} from '../resolveFacets.ts'
import {finding, usesOf} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import type {ArticleContext} from './audienceScreening.ts'

/** INV-07: an article on pain or exercise shows when to get help at once, and a disclaimer. */
export function checkRedFlags(context: ArticleContext): ArticleFinding[] {
  const {article, index, carePathways} = context
  const about = (article.audience?.primary ?? []).some((id) => !isAnyone(index.conditions.nodes.get(id)))
  if (!about && usesOf(article).length === 0) return []
  const findings: ArticleFinding[] = []
  const own = article.carePathways ?? []
  const immediate = (carePathways ?? []).filter(({urgency}) => urgency === 'immediate')
  // Without the pathways themselves only their presence can be checked.
  const hasImmediate = carePathways === null ? own.length > 0 : immediate.some(({_id}) => own.includes(_id))
  if (!hasImmediate) {
    const names = immediate.map(({heading, _id}) => `“${heading ?? _id}”`).join(' or ')
    const hint = names === '' ? 'publish one first' : `for example ${names}`
    const message = `This article needs a care pathway for immediate help: add one, ${hint}.`
    findings.push(finding('INV-07', 'error', ['carePathways'], message))
  }
  if (!article.disclaimer) {
    findings.push(finding('INV-07', 'error', ['disclaimer'], 'This article needs a disclaimer: choose one.'))
  }
  return findings
}
