import type {CampaignFacts, FeedCandidate, FeedFacts, FeedSlot} from './feedContent.ts'
import {describeFault} from './describeFault.ts'
import {createFeedContext, slotsOf} from './feedContext.ts'
import type {FeedContext, FeedOptions} from './feedContext.ts'
import type {FeedExplanation, FeedItem, FeedProblem, ResolvedFeed} from './feedResult.ts'
import {publishedFrom} from './findEligible.ts'
import {pinnedArticle} from './pinnedArticle.ts'
import type {ScheduleNote} from './schedule.ts'
import type {TimelineState} from './timeline.ts'

/**
 * Says of a resolved feed what an editor wants to know: why each item is there, what waits, how local times were read,
 * and what is wrong with the feed. It takes what {@link resolveFeed} took, and its result.
 *
 * @example explainFeed(feed, options, resolveFeed(feed, options)).explain
 */
export function explainFeed<C extends FeedCandidate>(
  feed: FeedFacts,
  options: FeedOptions<C>,
  resolved: ResolvedFeed<C>,
): FeedExplanation {
  const at = Date.parse(resolved.at)
  const context = createFeedContext(feed, options)
  const variant = (feed.experiment?.variants ?? []).find(({id}) => id && id === resolved.variant)
  const slots = slotsOf(feed, variant?.feed ?? null, context)
  const account: Account = {
    explain: resolved.items.map((item) => explainItem(item, options)),
    notes: [],
    problems: [],
  }
  for (const slot of slots) explainSlot(feed, slot, at, context, account)
  const campaigns = slots.some(({kind}) => kind === 'campaign') ? context.campaignsOf(feed) : []
  const states = campaigns.map((campaign) => ({campaign, state: context.stateOf(campaign.window, at)}))
  for (const {campaign, state} of states) explainCampaign(campaign, state, account)
  const running = states
    .filter(({campaign, state}) => campaign.window && state.active)
    .map(({campaign}) => campaign)
  account.problems.push(
    ...equalPriorities(feed, running),
    ...missingFeeds(feed, context),
    ...tooFewItems(feed, resolved),
  )
  return account
}

interface Account {
  readonly explain: string[]
  readonly notes: ScheduleNote[]
  readonly problems: FeedProblem[]
}

function explainSlot<C extends FeedCandidate>(
  feed: FeedFacts,
  slot: FeedSlot,
  at: number,
  context: FeedContext<C>,
  account: Account,
): void {
  const path = `slots[_key=="${slot._key}"]`
  const problem = (code: FeedProblem['code'], field: string, message: string) =>
    account.problems.push({code, documentId: feed._id, path: `${path}.${field}`, message})
  if (!['pinned', 'campaign', 'rule', 'fallback'].includes(slot.kind ?? '')) {
    problem('unknown-slot', 'kind', 'This slot does not say what fills it: choose one.')
  }
  if (slot.kind !== 'pinned') return
  const state = context.stateOf(slot.window, at)
  account.notes.push(...state.notes)
  if (state.fault) {
    const fault = describeFault(state.fault)
    problem('schedule', `window.${fault.path}`, fault.message)
  }
  const pin = context.byId.get(slot.pin ?? '')
  if (!pin) {
    const message = 'The pinned article is not published or not there: publish it, or pin another.'
    problem('missing-article', 'pin', message)
  } else if (!pinnedArticle(slot, at, context)) {
    const waits = whyPinWaits(pin, at, state)
    if (waits) account.explain.push(waits)
  }
}

function whyPinWaits(pin: FeedCandidate, at: number, {active, nextChange}: TimelineState): string | null {
  const name = `“${titleOf(pin)}”`
  const published = publishedFrom(pin)
  if (published > at) return `${name} is pinned and appears when it is published, ${textOf(published)}.`
  return active ? null : `${name} is pinned at other times; next change ${textOf(nextChange)}.`
}

function explainCampaign(
  {_id: documentId, title, window}: CampaignFacts,
  {notes, fault, active, nextChange}: TimelineState,
  account: Account,
): void {
  const name = `“${title ?? documentId}”`
  account.notes.push(...notes)
  if (!window) {
    const message = `The campaign ${name} has no window, so it does not run: say when it runs.`
    account.problems.push({code: 'schedule', documentId, path: 'window', message})
  } else if (fault) {
    const {path, message} = describeFault(fault)
    account.problems.push({code: 'schedule', documentId, path: `window.${path}`, message})
  } else if (!active) {
    account.explain.push(`The campaign ${name} does not run now; it starts ${textOf(nextChange)}.`)
  }
}

function equalPriorities(feed: FeedFacts, running: readonly CampaignFacts[]): FeedProblem[] {
  const byPriority = new Map<number, string[]>()
  for (const {_id, title, priority} of running) {
    const names = byPriority.get(priority ?? 0) ?? []
    byPriority.set(priority ?? 0, [...names, `“${title ?? _id}”`])
  }
  return [...byPriority.values()].flatMap((names) => {
    if (names.length < 2) return []
    const message = `${names.join(' and ')} run at the same time with the same priority, so their names decide the order: give one a higher priority.`
    return [{code: 'equal-priority', documentId: feed._id, path: 'campaigns', message}]
  })
}

function missingFeeds<C extends FeedCandidate>(
  {_id: documentId, fallback, experiment}: FeedFacts,
  {feedById}: FeedContext<C>,
): FeedProblem[] {
  const ids = [fallback, ...(experiment?.variants ?? []).map((one) => one.feed)]
  return ids.flatMap((id) => {
    if (!id || feedById.has(id)) return []
    const message = `The feed ${id} is not published or not there: publish it, or choose another.`
    return [{code: 'missing-feed', documentId, path: 'fallback', message}]
  })
}

function tooFewItems({_id: documentId, minItems}: FeedFacts, {items, missing}: ResolvedFeed): FeedProblem[] {
  if (missing === 0) return []
  const message = `This feed has ${items.length} of at least ${minItems} articles: widen a rule, or name a fallback.`
  return [{code: 'too-few-items', documentId, path: 'minItems', message}]
}

const WHY = {
  pin: 'pinned by an editor',
  campaign: 'part of the campaign',
  rule: 'found by rule',
  fallback: 'fills up',
} as const

function explainItem<C extends FeedCandidate>(item: FeedItem<C>, {campaigns}: FeedOptions<C>): string {
  const campaign = (campaigns ?? []).find(({_id}) => _id === item.campaignId)
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
