import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  subarray,
} from 'fast-check'
import type {Arbitrary} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {resolveFeed} from './index.ts'
import type {
  CampaignFacts,
  FeedCandidate,
  FeedFacts,
  FeedOptions,
  FeedSlot,
  ResolvedFeed,
  Schedule,
} from './index.ts'

// All borders lie on half hours within five days around a change of the clocks, so that looking every half
// hour sees every change: the oracle for nextChangeAt.
const HALF_HOUR = 1_800_000
const FIRST = Date.UTC(2026, 9, 27)
const DAYS = 5
const iso = (instant: number): string => new Date(instant).toISOString()

const IDS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5']
const TOPICS = ['t0', 't1', 't2']
const halfHour = integer({min: -96, max: DAYS * 48})
const local = halfHour.map((steps) => iso(FIRST + steps * HALF_HOUR).slice(0, 16))
const date = integer({min: 0, max: DAYS}).map((days) => iso(FIRST + days * 86_400_000).slice(0, 10))
const monthDay = date.map((text) => text.slice(5))
const zone = constantFrom('America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC')

const schedule: Arbitrary<Schedule> = oneof(
  record({zone, start: option(local), end: option(local), exceptions: array(date, {maxLength: 2})}),
  record({
    zone,
    recurrence: constantFrom('yearly'),
    yearly: record({from: monthDay, to: monthDay}),
    exceptions: array(date, {maxLength: 1}),
  }),
)

const slot: Arbitrary<Omit<FeedSlot, '_key'>> = oneof(
  record({kind: constantFrom('pinned'), pin: constantFrom(...IDS), window: option(schedule)}),
  record({kind: constantFrom('campaign'), limit: option(integer({min: 1, max: 2}))}),
  record({
    kind: constantFrom('rule', 'fallback'),
    limit: option(integer({min: 1, max: 3})),
    rule: record({
      topics: option(record({any: subarray(TOPICS), none: subarray(TOPICS, {maxLength: 1})})),
      maxAgeDays: option(integer({min: 1, max: 6})),
      requireFreshReview: boolean(),
    }),
    diversity: option(record({maxPerTopic: option(integer({min: 1, max: 2}))})),
  }),
)

const slots = array(slot, {minLength: 1, maxLength: 4}).map((all) =>
  all.map((one, at) => ({...one, _key: `s${at}`})),
)

const feed: Arbitrary<FeedFacts> = record({
  _id: constantFrom('feed'),
  slots,
  limit: integer({min: 1, max: 5}),
  minItems: option(integer({min: 0, max: 3})),
  fallback: option(constantFrom('other')),
  dedupe: option(subarray(['canonical', 'translation-group', 'series'])),
  sort: option(subarray(['newest', 'oldest', 'title', 'recently-reviewed'])),
})

const campaigns: Arbitrary<CampaignFacts[]> = array(
  record({
    window: schedule,
    priority: integer({min: 0, max: 2}),
    items: array(record({article: constantFrom(...IDS), weight: integer({min: 0, max: 2})}), {maxLength: 2}),
    feeds: constantFrom(['feed'], ['other']),
  }),
  {maxLength: 3},
).map((all) => all.map((one, at) => ({...one, _id: `campaign${at}`, status: 'active'})))

function candidate(id: string): Arbitrary<FeedCandidate> {
  return record({
    _id: constantFrom(id),
    title: constantFrom('A', 'b', 'C'),
    publishedAt: option(
      integer({min: -300, max: DAYS * 48}).map((steps) => iso(FIRST + steps * HALF_HOUR)),
      {freq: 8},
    ),
    nextReviewDue: option(date),
    topics: subarray(TOPICS),
    language: constantFrom('en', 'es', null),
    translationGroup: option(constantFrom('g')),
    series: option(constantFrom('s')),
  })
}

const content = record({
  feed,
  other: record({_id: constantFrom('other'), slots}),
  campaigns,
  candidates: record(Object.fromEntries(IDS.map((id) => [id, candidate(id)]))).map((all) =>
    Object.values(all),
  ),
  host: option(constantFrom(...IDS)),
  locale: option(constantFrom('en', 'es')),
})

type Content = FeedOptions<FeedCandidate> & {feed: FeedFacts}

function resolveAt(instant: number, {feed: facts, ...options}: Content): ResolvedFeed {
  return resolveFeed(facts, {...options, now: iso(instant)})
}

function shown({items}: ResolvedFeed): string {
  return JSON.stringify(
    items.map(({article, why, feedId, slotKey, campaignId, score}) => [
      article._id,
      why,
      feedId,
      slotKey,
      campaignId,
      score,
    ]),
  )
}

const made: Arbitrary<Content> = content.map(({other, ...rest}) => ({...rest, feeds: [other], now: ''}))

describe('nextChangeAt', () => {
  it('visits every change that looking each half hour finds, and no other', () => {
    assert(
      property(made, (all) => {
        const changes: string[] = []
        let before = shown(resolveAt(FIRST, all))
        for (let at = FIRST + HALF_HOUR; at < FIRST + DAYS * 86_400_000; at += HALF_HOUR) {
          const now = shown(resolveAt(at, all))
          if (now !== before) changes.push(iso(at))
          before = now
        }
        expect(visited(all)).toEqual(changes)
      }),
      {numRuns: 15},
    )
  })

  it('is later than now, and the items stay until then', () => {
    assert(
      property(
        made,
        integer({min: 0, max: DAYS * 48 * 30}),
        integer({min: 0, max: 999}),
        (all, minute, part) => {
          const at = FIRST + minute * 60_000
          const now = resolveAt(at, all)
          const next = now.nextChangeAt === null ? at + 30 * 86_400_000 : Date.parse(now.nextChangeAt)
          expect(next).toBeGreaterThan(at)
          const between = at + Math.floor(((next - at - 1) * part) / 999)
          expect(shown(resolveAt(between, all))).toBe(shown(now))
        },
      ),
      {numRuns: 300},
    )
  })
})

describe('a resolved feed', () => {
  it('never shows one article twice, the host, or more than its limit', () => {
    assert(
      property(made, halfHour, (all, steps) => {
        const {items} = resolveAt(FIRST + steps * HALF_HOUR, all)
        const ids = items.map(({article}) => article._id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain(all.host)
        expect(ids.length).toBeLessThanOrEqual(all.feed.limit ?? 0)
        expect(items.map(({position}) => position)).toEqual(ids.map((_, index) => index + 1))
      }),
      {numRuns: 300},
    )
  })

  it('does not depend on the order of articles or campaigns', () => {
    assert(
      property(made, halfHour, (all, steps) => {
        const at = FIRST + steps * HALF_HOUR
        const turned = {
          ...all,
          candidates: all.candidates.toReversed(),
          campaigns: (all.campaigns ?? []).toReversed(),
        }
        expect(JSON.stringify(resolveAt(at, turned))).toBe(JSON.stringify(resolveAt(at, all)))
      }),
      {numRuns: 300},
    )
  })
})

/** The instants that following nextChangeAt leads to, within the days looked at. */
function visited(all: Content): string[] {
  const found: string[] = []
  let at: string | null = iso(FIRST)
  while (at !== null) {
    const next: string | null = resolveAt(Date.parse(at), all).nextChangeAt
    if (next === null || Date.parse(next) >= FIRST + DAYS * 86_400_000) return found
    found.push(next)
    at = next
  }
  return found
}
