import {describe, expect, it} from 'vitest'
import {explainFeed, resolveFeed} from './index.ts'
import type {CampaignFacts, FeedCandidate, FeedFacts, FeedOptions, FeedSlot} from './index.ts'

const titles: readonly [string, string, string, string][] = [
  // id, published, topic, author
  ['travel', '2022-11-16T15:00:00Z', 'topic-travel', 'person-lee'],
  ['kinds', '2021-03-17T15:00:00Z', 'topic-exercise', 'person-kim'],
  ['joints', '2020-08-11T15:00:00Z', 'topic-joints', 'person-lee'],
  ['neck', '2020-03-09T15:00:00Z', 'topic-neck', 'person-kim'],
  ['arthritis', '2020-02-01T15:00:00Z', 'topic-joints', 'person-kim'],
  ['lifestyle', '2019-10-01T15:00:00Z', 'topic-exercise', 'person-lee'],
]

function candidate(id: string, publishedAt: string, more: Partial<FeedCandidate> = {}): FeedCandidate {
  return {
    _id: `article-${id}`,
    title: `Title ${id}`,
    slug: id,
    language: 'en',
    kind: 'blog',
    publishedAt,
    ...more,
  }
}

const candidates = titles.map(([id, publishedAt, topic, author]) =>
  candidate(id, publishedAt, {topics: [topic], authors: [author], conditions: ['condition-back-pain']}),
)

const holidays: CampaignFacts = {
  _id: 'campaign-holidays',
  title: 'Holiday travel',
  slug: 'holiday-travel',
  status: 'active',
  priority: 10,
  feeds: ['feed-related'],
  window: {zone: 'America/New_York', recurrence: 'yearly', yearly: {from: '11-01', to: '12-31'}},
  items: [{article: 'article-travel', weight: 1}],
}

function feed(slots: readonly FeedSlot[], more: Partial<FeedFacts> = {}): FeedFacts {
  return {
    _id: 'feed-related',
    title: 'More',
    key: 'related',
    placements: ['article-end'],
    slots,
    limit: 6,
    ...more,
  }
}

const byRule: FeedSlot = {_key: 'rule', kind: 'rule'}
const byCampaign: FeedSlot = {_key: 'campaign', kind: 'campaign'}
const pin = (id: string, more: Partial<FeedSlot> = {}): FeedSlot => ({
  _key: `pin-${id}`,
  kind: 'pinned',
  pin: `article-${id}`,
  ...more,
})

const during = '2026-11-26T14:00:00Z'
const outside = '2026-06-01T12:00:00Z'

function resolve(facts: FeedFacts, options: Partial<FeedOptions<FeedCandidate>> = {}) {
  return resolveFeed(facts, {now: during, candidates, campaigns: [holidays], ...options})
}

function explain(facts: FeedFacts, options: Partial<FeedOptions<FeedCandidate>> = {}) {
  const all = {now: during, candidates, campaigns: [holidays], ...options}
  return explainFeed(facts, all, resolveFeed(facts, all))
}

function show(facts: FeedFacts, options: Partial<FeedOptions<FeedCandidate>> = {}): string[] {
  return resolve(facts, options).items.map(({article, why}) => `${article.slug ?? ''} ${why}`)
}

describe('slots', () => {
  it('are filled from first to last, the campaign only inside its window', () => {
    const related = feed([pin('neck'), byCampaign, byRule], {limit: 4})
    expect(show(related)).toEqual(['neck pin', 'travel campaign', 'kinds rule', 'joints rule'])
    expect(show(related, {now: outside})).toEqual(['neck pin', 'travel rule', 'kinds rule', 'joints rule'])
  })

  it.each<[string, FeedSlot, string[]]>([
    [
      'any topic',
      {...byRule, rule: {topics: {any: ['topic-joints', 'topic-neck']}}},
      ['joints', 'neck', 'arthritis'],
    ],
    ['all topics', {...byRule, rule: {topics: {all: ['topic-joints', 'topic-neck']}}}, []],
    ['no topic', {...byRule, rule: {topics: {none: ['topic-joints', 'topic-exercise']}}}, ['travel', 'neck']],
    ['condition', {...byRule, rule: {conditions: ['condition-sciatica']}}, []],
    ['kind', {...byRule, rule: {kinds: ['news']}}, []],
    ['author', {...byRule, rule: {authors: ['person-kim']}}, ['kinds', 'neck', 'arthritis']],
    ['language', {...byRule, rule: {languages: ['es']}}, []],
    ['age', {...byRule, rule: {maxAgeDays: 1500}}, ['travel']],
    ['reading grade, unknown', {...byRule, rule: {maxReadingGrade: 8}}, []],
    ['fresh review, unknown', {...byRule, rule: {requireFreshReview: true}}, []],
    ['exclusions', {...byRule, rule: {exclude: ['article-travel', 'article-kinds']}, limit: 1}, ['joints']],
    ['one of a topic', {...byRule, diversity: {maxPerTopic: 1}}, ['travel', 'kinds', 'joints', 'neck']],
    ['one of an author', {...byRule, diversity: {maxPerAuthor: 1}}, ['travel', 'kinds']],
  ])('a rule by %s', (_name, slot, slugs) => {
    expect(resolve(feed([slot])).items.map(({article}) => article.slug)).toEqual(slugs)
  })

  it.each<[string[] | null, string]>([
    [null, 'travel'],
    [['oldest'], 'lifestyle'],
    [['title'], 'arthritis'],
    [['recently-reviewed'], 'neck'],
    [['recently-reviewed', 'oldest'], 'neck'],
  ])('sorted by %o begin with %s', (sort, slug) => {
    const reviewed = candidates.map((one) =>
      one.slug === 'neck' ? {...one, lastReviewedAt: '2024-01-01'} : one,
    )
    expect(show(feed([byRule], {sort}), {candidates: reviewed})[0]).toBe(`${slug} rule`)
  })

  it('that fill up come after all others, wherever they stand', () => {
    expect(show(feed([{_key: 'fill', kind: 'fallback'}, pin('neck')], {limit: 2}))).toEqual([
      'neck pin',
      'travel fallback',
    ])
  })

  it('keep heavier and more important campaign items first', () => {
    const other: CampaignFacts = {
      ...holidays,
      _id: 'campaign-b',
      slug: 'b',
      priority: 20,
      items: [
        {article: 'article-neck', weight: 1},
        {article: 'article-joints', weight: 5},
      ],
    }
    expect(show(feed([byCampaign]), {campaigns: [holidays, other]})).toEqual([
      'joints campaign',
      'neck campaign',
      'travel campaign',
    ])
  })

  it.each<[string, Partial<CampaignFacts>]>([
    ['paused', {status: 'paused'}],
    ['of another feed', {feeds: ['feed-other']}],
    ['without a window', {window: null}],
    ['with a window that cannot be read', {window: {zone: 'Mars/Olympus'}}],
  ])('show no campaign %s', (_name, change) => {
    expect(show(feed([byCampaign]), {campaigns: [{...holidays, ...change}]})).toEqual([])
  })
})

describe('an editor’s pin', () => {
  it('keeps its place: what stands before it does not take its article', () => {
    expect(show(feed([byRule, pin('travel')], {limit: 7}))).toEqual([
      'kinds rule',
      'joints rule',
      'neck rule',
      'arthritis rule',
      'lifestyle rule',
      'travel pin',
    ])
  })

  it('waits for what is not published yet, and for its window', () => {
    const soon = candidate('soon', '2026-11-27T05:00:00Z')
    const window = {zone: 'America/New_York', start: '2026-11-26T10:00', end: '2026-11-26T12:00'}
    const facts = feed([pin('soon'), pin('neck', {window}), {...byRule, limit: 1}])
    const options = {candidates: [...candidates, soon]}
    const steps: [string, string[], string | null][] = [
      ['2026-11-26T14:00:00Z', ['travel rule'], '2026-11-26T15:00:00.000Z'],
      ['2026-11-26T15:00:00Z', ['neck pin', 'travel rule'], '2026-11-26T17:00:00.000Z'],
      ['2026-11-26T17:00:00Z', ['travel rule'], '2026-11-27T05:00:00.000Z'],
      ['2026-11-27T05:00:00Z', ['soon pin', 'travel rule'], null],
    ]
    for (const [now, shown, next] of steps) {
      expect(show(facts, {...options, now})).toEqual(shown)
      expect(resolve(facts, {...options, now}).nextChangeAt).toBe(next)
    }
  })

  it('is shown once, and in the reader’s language where there is a translation', () => {
    const spanish = candidate('cuello', '2021-01-01T00:00:00Z', {language: 'es', translationGroup: 'g'})
    const english = candidates.map((one) => (one.slug === 'neck' ? {...one, translationGroup: 'g'} : one))
    const facts = feed([pin('neck'), pin('neck', {_key: 'again'})])
    expect(show(facts, {candidates: [...english, spanish]})).toEqual(['neck pin'])
    expect(show(facts, {candidates: [...english, spanish], locale: 'es'})).toEqual(['cuello pin'])
  })

  it('to nothing is reported', () => {
    expect(explain(feed([pin('gone')])).problems).toMatchObject([
      {code: 'missing-article', documentId: 'feed-related', path: 'slots[_key=="pin-gone"].pin'},
    ])
  })
})

describe('what is left out', () => {
  it('is the article itself, pins included', () => {
    const facts = feed([pin('neck'), byRule])
    expect(show(facts, {host: 'article-neck'})).not.toContain('neck pin')
    expect(show(facts, {host: 'article-neck'})).not.toContain('neck rule')
    expect(show({...facts, excludeSelf: false}, {host: 'article-neck'})).toContain('neck pin')
  })

  it.each<[string[] | null, number]>([
    [null, 2],
    [['canonical'], 2],
    [['canonical', 'series'], 1],
    [[], 3],
  ])('is what is the same by %o', (dedupe, count) => {
    const same = [
      candidate('a', '2026-01-03T00:00:00Z', {canonical: 'https://example.org/x', series: 's'}),
      candidate('b', '2026-01-02T00:00:00Z', {canonical: 'https://example.org/x', series: 's'}),
      candidate('c', '2026-01-01T00:00:00Z', {series: 's'}),
    ]
    expect(show(feed([byRule], {dedupe}), {candidates: same})).toHaveLength(count)
  })

  it('is another language, when one is asked for', () => {
    const spanish = candidate('cuello', '2026-01-01T00:00:00Z', {language: 'es'})
    expect(show(feed([byRule]), {candidates: [...candidates, spanish], locale: 'es'})).toEqual([
      'cuello rule',
    ])
  })

  it('is what has no date of publication', () => {
    expect(show(feed([byRule]), {candidates: [{_id: 'x'}]})).toEqual([])
  })
})

describe('too few', () => {
  const other: FeedFacts = {_id: 'feed-other', slots: [byRule], sort: ['oldest']}

  it('falls back to another feed, up to the limit', () => {
    const facts = feed([pin('neck')], {limit: 3, minItems: 2, fallback: 'feed-other'})
    const {items, missing} = resolve(facts, {feeds: [other]})
    expect(items.map(({article, why, feedId}) => [article.slug, why, feedId])).toEqual([
      ['neck', 'pin', 'feed-related'],
      ['lifestyle', 'fallback', 'feed-other'],
      ['arthritis', 'fallback', 'feed-other'],
    ])
    expect(missing).toBe(0)
    expect(explain(facts, {feeds: [other]}).problems).toEqual([])
    expect(show({...facts, minItems: 1}, {feeds: [other]})).toEqual(['neck pin'])
  })

  it('is reported, and feeds that fall back on each other end', () => {
    const facts = feed([], {minItems: 2, fallback: 'feed-other'})
    const circular = {...other, slots: [], fallback: 'feed-related'}
    expect(resolve(facts, {feeds: [circular]}).missing).toBe(2)
    expect(explain(facts, {feeds: [circular]}).problems).toMatchObject([
      {code: 'too-few-items', message: expect.stringContaining('0 of at least 2 articles')},
    ])
    expect(explain(facts).problems.map(({code}) => code)).toEqual(['missing-feed', 'too-few-items'])
  })
})

describe('nextChangeAt', () => {
  it.each<[string, FeedFacts, string, string | null]>([
    ['the campaign’s end', feed([byCampaign]), during, '2027-01-01T05:00:00.000Z'],
    ['the campaign’s start', feed([byCampaign]), outside, '2026-11-01T04:00:00.000Z'],
    ['never, by rule alone', feed([byRule]), during, null],
    [
      'the day an article is too old',
      feed([{...byRule, rule: {maxAgeDays: 1500}}]),
      during,
      '2026-12-25T15:00:00.000Z',
    ],
  ])('is %s', (_name, facts, now, expected) => {
    expect(resolve(facts, {now}).nextChangeAt).toBe(expected)
  })

  it('passes over borders at which nothing changes', () => {
    const facts = feed([byCampaign, byRule], {limit: 1})
    // The campaign’s article is the newest as well: only its reason changes, which counts.
    expect(resolve(facts).nextChangeAt).toBe('2027-01-01T05:00:00.000Z')
    const pinned = feed([pin('neck'), byCampaign], {limit: 1})
    expect(resolve(pinned).nextChangeAt).not.toBe('2027-01-01T05:00:00.000Z')
  })

  it('is when a review falls due', () => {
    const due = candidates.map((one) => ({...one, nextReviewDue: '2026-12-01'}))
    const facts = feed([{...byRule, rule: {requireFreshReview: true}}])
    expect(resolve(facts, {candidates: due}).nextChangeAt).toBe('2026-12-01T00:00:00.000Z')
  })
})

describe('experiments', () => {
  const variants = [
    {id: 'a', weight: 1, feed: null},
    {id: 'b', weight: 1, feed: 'feed-b'},
  ]
  const other: FeedFacts = {_id: 'feed-b', slots: [pin('neck')]}
  const facts = feed([pin('joints')], {experiment: {key: 'pins', unit: 'visitor', variants}})

  it('draw by unit and week, in the proportion of the weights, and show that arm', () => {
    const shown = Array.from({length: 400}, (_, index) =>
      resolve(facts, {feeds: [other], unitId: `visitor-${index}`}),
    )
    const second = shown.filter(({variant}) => variant === 'b')
    expect(second.length).toBeGreaterThan(150)
    expect(second.length).toBeLessThan(250)
    expect(new Set(second.map(({items}) => items[0]?.article.slug))).toEqual(new Set(['neck']))
    expect(shown.find(({variant}) => variant === 'a')?.items[0]?.article.slug).toBe('joints')
  })

  it('hold for a week and need a unit', () => {
    const draw = (now: string) => resolve(facts, {feeds: [other], unitId: 'visitor-7', now}).variant
    expect(draw('2026-11-23T00:00:00Z')).toBe(draw('2026-11-29T23:59:59Z'))
    expect(resolve(facts, {feeds: [other]}).variant).toBeNull()
    const changes = Array.from({length: 10}, (_, week) =>
      draw(new Date(Date.UTC(2026, 0, 7 + week * 7)).toISOString()),
    )
    expect(new Set(changes).size).toBe(2)
  })
})

const urlOf = ({slug}: FeedCandidate): string => `/articles/${slug ?? ''}?a=1#top`

describe('links', () => {
  const utm = {source: 'Clinic Newsletter', medium: 'email', campaign: null, content: null}

  it.each<[string | null, string[], string]>([
    [null, ['article-end'], '/articles/travel?a=1#top'],
    [null, ['newsletter', 'article-end'], '/articles/travel?a=1#top'],
    [
      'newsletter',
      ['newsletter', 'article-end'],
      '/articles/travel?a=1&utm_source=clinic-newsletter&utm_medium=email&utm_campaign=holiday-travel#top',
    ],
    [
      null,
      ['newsletter'],
      '/articles/travel?a=1&utm_source=clinic-newsletter&utm_medium=email&utm_campaign=holiday-travel#top',
    ],
  ])('placement %s of %o', (placement, placements, url) => {
    expect(resolve(feed([byCampaign], {utm, placements}), {urlOf, placement}).items[0]?.url).toBe(url)
  })

  it('have no address without a function that gives one', () => {
    expect(resolve(feed([byCampaign])).items[0]?.url).toBeNull()
  })
})

describe('what an editor is told', () => {
  it('explains each item and each campaign that waits', () => {
    expect(explain(feed([pin('neck'), byCampaign, byRule], {limit: 3}), {now: outside}).explain).toEqual([
      '1. “Title neck”: pinned by an editor.',
      '2. “Title travel”: found by rule, number 1 in its order.',
      '3. “Title kinds”: found by rule, number 2 in its order.',
      'The campaign “Holiday travel” does not run now; it starts at 2026-11-01T04:00:00.000Z.',
    ])
  })

  it('counts what each slot found and took', () => {
    expect(resolve(feed([pin('neck'), byRule], {limit: 3})).coverage).toEqual([
      {feedId: 'feed-related', slotKey: 'pin-neck', kind: 'pinned', matched: 1, taken: 1},
      {feedId: 'feed-related', slotKey: 'rule', kind: 'rule', matched: 6, taken: 2},
    ])
  })

  it('names campaigns of equal priority, schedules that cannot be read, slots without a kind', () => {
    const campaigns = [
      holidays,
      {...holidays, _id: 'campaign-b', title: 'B'},
      {...holidays, _id: 'c', window: {zone: 'X'}},
    ]
    expect(explain(feed([byCampaign, {_key: 'x'}]), {campaigns}).problems).toMatchObject([
      {code: 'unknown-slot', path: 'slots[_key=="x"].kind'},
      {
        code: 'schedule',
        documentId: 'c',
        path: 'window.zone',
        message: expect.stringMatching(/“X” is not a time zone/),
      },
      {code: 'equal-priority', message: expect.stringContaining('“B” and “Holiday travel”')},
    ])
  })

  it('says when a pin appears, and when one that rests comes back', () => {
    const window = {zone: 'UTC', start: '2027-02-01', end: '2027-03-01'}
    const later = candidate('later', '2027-05-01T09:00:00Z')
    const facts = feed([pin('later'), pin('neck', {window})])
    expect(explain(facts, {candidates: [...candidates, later]}).explain).toEqual([
      '“Title later” is pinned and appears when it is published, at 2027-05-01T09:00:00.000Z.',
      '“Title neck” is pinned at other times; next change at 2027-02-01T00:00:00.000Z.',
    ])
  })

  it('is about the feed that an experiment shows', () => {
    const arm: FeedFacts = {_id: 'feed-arm', slots: [pin('gone')]}
    const experiment = {key: 'e', unit: 'visitor', variants: [{id: 'b', weight: 1, feed: 'feed-arm'}]}
    const facts = feed([byRule], {experiment})
    expect(explain(facts, {feeds: [arm], unitId: 'u'}).problems).toMatchObject([
      {code: 'missing-article', path: 'slots[_key=="pin-gone"].pin'},
    ])
    expect(explain(facts, {feeds: [arm]}).problems).toEqual([])
  })

  it('notes local times that the clocks skip', () => {
    const window = {zone: 'America/New_York', start: '2026-03-08T02:30', end: '2027-01-01'}
    expect(explain(feed([pin('neck', {window})])).notes).toMatchObject([
      {kind: 'gap', local: '2026-03-08T02:30:00'},
    ])
  })
})

it('refuses an instant that is none', () => {
  expect(() => resolve(feed([]), {now: 'Thursday'})).toThrow(/ISO 8601/)
})

it('leaves its input as it was, and gives the same bytes whatever the order given', () => {
  const facts = feed([pin('neck'), byCampaign, byRule])
  const before = JSON.stringify([facts, candidates, holidays])
  const first = JSON.stringify(resolve(facts))
  expect(JSON.stringify(resolve(facts, {candidates: candidates.toReversed()}))).toBe(first)
  expect(JSON.stringify([facts, candidates, holidays])).toBe(before)
})
