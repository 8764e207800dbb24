import type {FeedCandidate, FeedFacts, FeedSlot} from './feedContent.ts'
import type {FeedContext} from './feedContext.ts'
import type {FeedItem, FeedProblem} from './feedResult.ts'
import {publishedFrom} from './findEligible.ts'
import {pinnedArticle} from './pinnedArticle.ts'
import type {ScheduleNote} from './schedule.ts'

/** What an editor is told about a resolved feed, besides its items. */
export interface FeedAccount {
  readonly explain: readonly string[]
  readonly notes: readonly ScheduleNote[]
  readonly problems: readonly FeedProblem[]
}

export function describeFeed<C extends FeedCandidate>(
  feed: FeedFacts,
  slots: readonly FeedSlot[],
  items: readonly FeedItem<C>[],
  at: number,
  context: FeedContext<C>,
): FeedAccount {
  const explain = items.map((item) => explainItem(item, context))
  const notes: ScheduleNote[] = []
  const problems: FeedProblem[] = []
  const problem = (code: FeedProblem['code'], documentId: string, path: string, message: string): void => {
    problems.push({code, documentId, path, message})
  }
  for (const slot of slots) {
    const path = `slots[_key=="${slot._key}"]`
    if (!['pinned', 'campaign', 'rule', 'fallback'].includes(slot.kind ?? '')) {
      problem('unknown-slot', feed._id, `${path}.kind`, 'This slot does not say what fills it: choose one.')
    }
    if (slot.kind !== 'pinned') continue
    const state = context.stateOf(slot.window, at)
    notes.push(...state.notes)
    if (state.problem)
      problem('schedule', feed._id, `${path}.window.${state.problem.path}`, state.problem.message)
    const pin = context.byId.get(slot.pin ?? '')
    if (!pin)
      problem(
        'missing-article',
        feed._id,
        `${path}.pin`,
        'The pinned article is not published or not there: publish it, or pin another.',
      )
    else if (pinnedArticle(slot, at, context)) continue
    else if (publishedFrom(pin) > at)
      explain.push(
        `“${titleOf(pin)}” is pinned and appears when it is published, ${textOf(publishedFrom(pin))}.`,
      )
    else if (!state.active)
      explain.push(`“${titleOf(pin)}” is pinned at other times; next change ${textOf(state.nextChange)}.`)
  }
  const running = new Map<number, string[]>()
  const campaigns = slots.some(({kind}) => kind === 'campaign') ? context.campaignsOf(feed) : []
  for (const {_id, title, window, priority} of campaigns) {
    const state = context.stateOf(window, at)
    const name = `“${title ?? _id}”`
    notes.push(...state.notes)
    if (!window)
      problem(
        'schedule',
        _id,
        'window',
        `The campaign ${name} has no window, so it does not run: say when it runs.`,
      )
    else if (state.problem) problem('schedule', _id, `window.${state.problem.path}`, state.problem.message)
    else if (state.active) running.set(priority ?? 0, [...(running.get(priority ?? 0) ?? []), name])
    else explain.push(`The campaign ${name} does not run now; it starts ${textOf(state.nextChange)}.`)
  }
  for (const names of running.values()) {
    if (names.length < 2) continue
    const message = `${names.join(' and ')} run at the same time with the same priority, so their names decide the order: give one a higher priority.`
    problem('equal-priority', feed._id, 'campaigns', message)
  }
  for (const id of [feed.fallback, ...(feed.experiment?.variants ?? []).map((one) => one.feed)]) {
    if (id && !context.feedById.has(id))
      problem(
        'missing-feed',
        feed._id,
        'fallback',
        `The feed ${id} is not published or not there: publish it, or choose another.`,
      )
  }
  const wanted = feed.minItems ?? 0
  if (items.length < wanted) {
    const message = `This feed has ${items.length} of at least ${wanted} articles: widen a rule, or name a fallback.`
    problem('too-few-items', feed._id, 'minItems', message)
  }
  return {explain, notes, problems}
}

const WHY = {
  pin: 'pinned by an editor',
  campaign: 'part of the campaign',
  rule: 'found by rule',
  fallback: 'fills up',
} as const

function explainItem<C extends FeedCandidate>(item: FeedItem<C>, {options}: FeedContext<C>): string {
  const campaign = (options.campaigns ?? []).find(({_id}) => _id === item.campaignId)
  const name = campaign ? ` “${campaign.title ?? campaign._id}”` : ''
  const rank = item.score.rank === null ? '' : `, number ${item.score.rank} in its order`
  return `${item.position}. “${titleOf(item.article)}”: ${WHY[item.why]}${item.why === 'campaign' ? name : ''}${rank}.`
}

function titleOf({title, slug, _id}: FeedCandidate): string {
  return title ?? slug ?? _id
}

function textOf(instant: number | null): string {
  return instant === null || !Number.isFinite(instant)
    ? 'at no known time'
    : `at ${new Date(instant).toISOString()}`
}
