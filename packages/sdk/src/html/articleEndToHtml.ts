import type {CarePathway, ExerciseUse} from './articleParts.ts'
import {renderExerciseList} from './blocks/renderExerciseList.ts'
import {createRenderContext, type RenderContext} from './createRenderContext.ts'
import {joinMarkup} from './html.ts'
import type {ArticleContext, HtmlResult, HtmlSettings} from './htmlOptions.ts'
import type {Markup} from './Markup.ts'
import {renderCarePathway} from './renderCarePathway.ts'
import {renderDisclaimerNote} from './renderDisclaimerNote.ts'
import {renderHeading} from './renderHeading.ts'

/** What stands below a body, and what was found on the way. */
export type ArticleEnd = Pick<HtmlResult, 'html' | 'headings' | 'problems'>

/**
 * What an article must show below its body, because the body does not: exercises that it advises for or against, care
 * pathways, the most urgent first and never collapsed, and its disclaimer, unless that stands above. Put a heading after
 * it.
 *
 * @param body what `toHtml` or `renderArticle` gave
 *
 * @example
 * ```ts
 * const end = articleEndToHtml(article, body, {emergencyPhone})
 * ```
 */
export function articleEndToHtml(
  article: ArticleContext,
  {shown}: Pick<HtmlResult, 'shown'>,
  settings: HtmlSettings = {},
): ArticleEnd {
  const context = createRenderContext({
    ...article,
    ...settings,
    idPrefix: `${settings.idPrefix ?? ''}end-`,
  })
  context.enter({_type: 'article', _key: null})
  const html = joinMarkup([
    renderUses('recommend', shown.exercises, context),
    renderUses('discourage', shown.exercises, context),
    renderEndDisclaimer(shown.disclaimers, context),
    ...renderPathways(shown.carePathways, context),
  ])
  return {html: html.toString(), headings: context.sections.list(), problems: context.problems}
}

const LISTS = {recommend: 'recommends', discourage: 'discourages'} as const

function renderUses(intent: keyof typeof LISTS, shown: readonly string[], context: RenderContext): Markup {
  const uses: readonly ExerciseUse[] = context[LISTS[intent]]
  const exercises = uses.flatMap(({exercise}) => (exercise && !shown.includes(exercise) ? [exercise] : []))
  return renderExerciseList({_type: 'exerciseList', intent, exercises}, context)
}

function renderEndDisclaimer(shown: readonly string[], context: RenderContext): Markup | null {
  const {disclaimer} = context
  if (disclaimer && (disclaimer.placement === 'top' || shown.includes(disclaimer._id))) return null
  return renderDisclaimerNote(disclaimer, context.sections.within(), context)
}

const MOST_URGENT_FIRST = ['immediate', 'urgent', 'non-urgent']

function renderPathways(shown: readonly string[], context: RenderContext): readonly Markup[] {
  const pathways = [...context.carePathways.values()]
    .filter(({_id}) => !shown.includes(_id))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
  if (pathways.length === 0) return []
  const {level, anchor, text} = context.sections.open(2, context.labels['page.help'])
  return [
    renderHeading(level, anchor, text),
    ...pathways.map((pathway) => renderCarePathway(pathway, context.sections.within(), context)),
  ]
}

// Without an urgency it is shown as urgent.
function rankOf({urgency}: CarePathway): number {
  return MOST_URGENT_FIRST.indexOf(urgency ?? 'urgent')
}
