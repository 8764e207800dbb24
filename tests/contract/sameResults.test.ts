import type {Content, ContentQuery} from '@spine-center/sdk'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openSampleSources, type SampleSources, type SourceName} from './openSampleSources.ts'

const SLUG = 'exercising-with-back-pain'
const AUTHOR = 'sample-editor'
const OTHERS: readonly SourceName[] = ['lake over HTTP', '@sanity/client']

/** A page with at least one document of a type, and nothing wrong. */
const some = (type: string) => ({
  problems: [],
  items: expect.arrayContaining([expect.objectContaining({_type: type})]),
})

/** Every read of the content object, with something that the sample content is known to give. */
const reads: readonly (readonly [string, (content: Content) => Promise<unknown>, object | null])[] = [
  ['an article', (content) => content.article(SLUG), {slug: SLUG, language: 'en'}],
  [
    'an article that refers to what is not public',
    (content) => content.article('refers-to-private'),
    {topics: [{_id: 'topic-low-back-pain'}], contributors: [{person: 'internal.person'}]},
  ],
  [
    'articles by a topic that is not public',
    (content) => content.articles({topic: 'for-the-team'}),
    {items: []},
  ],
  ['a person who is not public', (content) => content.person('in-house'), null],
  ['an article in another language', (content) => content.article(SLUG, {language: 'fr'}), null],
  ['no article', (content) => content.article('nothing-here'), null],
  ['articles', (content) => content.articles(), {problems: [], nextCursor: null}],
  ['articles by text', (content) => content.articles({text: 'walk*'}), {problems: []}],
  ['articles by audience', (content) => content.articles({audience: 'back-pain-chronic'}), {problems: []}],
  ['articles by topic', (content) => content.articles({topic: 'low-back-pain'}), some('article')],
  ['articles by author', (content) => content.articles({author: AUTHOR}), some('article')],
  ['articles by region', (content) => content.articles({bodyRegion: 'lumbar'}), {problems: []}],
  ['an exercise', (content) => content.exercise('toe-touch'), {slug: 'toe-touch', _type: 'exercise'}],
  ['exercises', (content) => content.exercises(), {problems: [], nextCursor: null}],
  ['exercises by position', (content) => content.exercises({position: 'supine'}), {problems: []}],
  ['exercises by equipment', (content) => content.exercises({equipment: 'chair'}), {problems: []}],
  ['exercises by region', (content) => content.exercises({bodyRegion: 'lumbar'}), some('exercise')],
  ['exercises by text', (content) => content.exercises({text: 'bridge*'}), some('exercise')],
  ['exercises by pattern', (content) => content.exercises({pattern: 'spinal-flexion'}), {problems: []}],
  ['easy exercises', (content) => content.exercises({maxDifficulty: 1}), {problems: []}],
  ['contraindications', (content) => content.contraindications(), {problems: []}],
  [
    'those in force a moment before the first of them began',
    (content) => content.contraindications({asOf: '2026-10-31T23:59:59.999Z'}),
    {problems: [], items: []},
  ],
  [
    'those in force from then on',
    (content) => content.contraindications({asOf: '2026-11-01T00:00:00Z'}),
    some('contraindication'),
  ],
  ['absolute ones', (content) => content.contraindications({severity: 'absolute'}), {problems: []}],
  [
    'those of a condition',
    (content) => content.contraindications({condition: 'osteoporosis'}),
    {problems: []},
  ],
  ['conditions', (content) => content.conditions(), {problems: []}],
  ['movement patterns', (content) => content.movementPatterns({axis: 'flexion'}), {problems: []}],
  ['care pathways', (content) => content.carePathways(), {problems: []}],
  ['immediate ones', (content) => content.carePathways({urgency: 'immediate'}), {problems: []}],
  ['citations', (content) => content.citations(), {problems: []}],
  ['citations by text', (content) => content.citations({text: 'exercise*'}), some('citation')],
  ['citations by design', (content) => content.citations({studyDesign: 'rct'}), some('citation')],
  ['a person', (content) => content.person(AUTHOR), {slug: AUTHOR, _type: 'person'}],
  ['people', (content) => content.people(), {problems: []}],
  ['authors', (content) => content.people({role: 'author'}), {problems: []}],
  ['the glossary', (content) => content.glossary(), {problems: []}],
  ['topics', (content) => content.topics(), {problems: []}],
  ['settings', (content) => content.settings(), {_type: 'siteSettings', timeZone: 'America/New_York'}],
  [
    'a screening',
    (content) => content.screen({profile: {osteoporosis: 'present'}}),
    {problems: [], seekCare: null},
  ],
  [
    'a screening of nothing answered',
    (content) => content.screen({profile: {}}),
    {problems: [], seekCare: null},
  ],
  [
    'the feed below an article during the holidays',
    (content) => content.feed('article-end', {host: SLUG, at: '2026-11-26T14:00:00Z'}),
    {isComplete: true, nextChangeAt: '2027-01-01T05:00:00.000Z'},
  ],
  [
    'the same feed in October',
    (content) => content.feed('article-end', {host: SLUG, at: '2026-10-15T12:00:00Z'}),
    {isComplete: true, nextChangeAt: '2026-11-01T04:00:00.000Z'},
  ],
  ['no feed', (content) => content.feed('nothing-here'), null],
]

const schema = {
  parse: (data: unknown) => data,
  safeParse: (data: unknown) => ({success: true as const, data}),
}
// The lake's clock is the machine's.
const withoutNow = (result: unknown) => JSON.stringify(result).replace(/"now":"[^"]+Z"/u, '"now":"…"')
const anything: Omit<ContentQuery, 'query' | 'params'> = {
  name: 'own',
  schemas: {published: schema, drafts: schema},
}

let sources: SampleSources
beforeAll(async () => {
  sources = await openSampleSources()
})
afterAll(() => sources[Symbol.asyncDispose]())

describe('three sources', () => {
  it.each(reads)('give the same: %s', async (_name, read, known) => {
    const expected = await read(sources.published['in process'])
    expect(known === null ? {found: expected} : expected).toMatchObject(known ?? {found: null})
    const others = await Promise.all(OTHERS.map((name) => read(sources.published[name])))
    expect(others.map(withoutTags)).toEqual(OTHERS.map(() => withoutTags(expected)))
  })

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['times', '{"now": dateTime(now()), "later": dateTime("2026-11-24T00:00:00Z") + 3600}', {}],
    ['documents in no order', '*[_type in ["topic", "siteSettings", "person"]]._id', {}],
    ['references in no order', '*[references("condition-osteoporosis")]._id', {}],
    ['numbers that are none', '{"none": 0 / 0, "is": $given == null}', {given: Number.NaN}],
    ['dates', '{"given": $given, "is": $given == "1970-01-01T00:00:00.000Z"}', {given: new Date(0)}],
    ['what is undefined within', '{"given": $given}', {given: {a: undefined, b: [undefined, 1]}}],
  ])('give the same to queries of their own: %s', async (_name, query, params) => {
    const own = {...anything, query, params: Object.keys(params)}
    const expected = await sources.drafts['in process'].query(own, params)
    const others = await Promise.all(OTHERS.map((name) => sources.drafts[name].query(own, params)))
    expect(others.map(withoutNow)).toEqual(OTHERS.map(() => withoutNow(expected)))
  })

  it('give lists that are not empty', async () => {
    const content = sources.published['lake over HTTP']
    const pages = [
      await content.articles(),
      await content.exercises(),
      await content.contraindications({severity: 'absolute'}),
      await content.conditions(),
      await content.movementPatterns(),
      await content.carePathways({urgency: 'immediate'}),
      await content.citations(),
      await content.people(),
      await content.glossary(),
      await content.topics(),
    ]
    expect(pages.map(({items}) => items.length > 0)).not.toContain(false)
  })

  it('show the campaign of the season in its season alone', async () => {
    const travel = 'campaign how-to-manage-back-pain-during-holiday-travel'
    expect(await feedAt('2026-11-26T14:00:00Z')).toContain(travel)
    expect(await feedAt('2026-10-15T12:00:00Z')).not.toContain(travel)
  })

  it.each([...OTHERS, 'in process'] as const)(
    'show drafts when asked for alone, unfinished ones too: %s',
    async (name) => {
      await expect(sources.published[name].article('only-a-draft')).resolves.toBeNull()
      await expect(sources.drafts[name].article('only-a-draft')).resolves.toMatchObject({
        _id: 'article-draft-only',
        title: 'Only a draft',
        summary: null,
      })
      const {items, problems} = await sources.drafts[name].contraindications()
      expect(problems).toEqual([])
      expect(items.map(({title}) => title)).toContain('A rule that only has a title')
    },
  )

  it.each([...OTHERS, 'in process'] as const)(
    'show what is not public to readers with a token alone: %s',
    async (name) => {
      expect(await topicLabels(sources.published[name])).not.toContain('For the team')
      expect(await topicLabels(sources.members[name])).toEqual(
        expect.arrayContaining(['For the team', 'Deep']),
      )
      expect(await topicLabels(sources.drafts[name])).toEqual(
        expect.arrayContaining(['For the team, soon', 'Deep']),
      )
      const article = await sources.members[name].article('refers-to-private')
      expect(article?.topics.map((topic) => topic?.label)).toEqual(['For the team', 'Low back pain'])
      expect(article?.people.map((person) => person?._id)).toContain('internal.person')
      await expect(sources.members[name].person('in-house')).resolves.toMatchObject({_id: 'internal.person'})
    },
  )

  it('give sync tags where the source has them', async () => {
    const tags = await Promise.all(
      [...OTHERS, 'in process' as const].map(
        async (name) => (await sources.published[name].articles()).syncTags,
      ),
    )
    expect(tags.map((list) => list.length > 0)).toEqual([true, true, false])
    expect(tags[0]).toEqual(tags[1])
  })
})

async function topicLabels(content: Content | Content<'drafts'>) {
  return (await content.topics()).items.map(({label}) => label)
}

async function feedAt(at: string): Promise<readonly string[]> {
  const feed = await sources.published['lake over HTTP'].feed('article-end', {host: SLUG, at})
  return feed?.items.map(({why, article}) => `${why} ${article.slug}`) ?? []
}

/** Results without their sync tags, which only a lake has. */
function withoutTags(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) => (key === 'syncTags' ? undefined : inner))
  const parsed: unknown = JSON.parse(text)
  return parsed
}
