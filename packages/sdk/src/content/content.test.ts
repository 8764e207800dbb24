import {describe, expect, it} from 'vitest'
import {ContentError} from '../errors/ContentError.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import {article, clinicDocuments, hipHinge, rule, toeTouch} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import type {TestDocument} from '../testing/overlayDocuments.ts'

const content = createTestContent({documents: clinicDocuments})
const withDocuments = (...more: readonly TestDocument[]) => {
  const ids = new Set(more.map(({_id: id}) => id))
  return [...clinicDocuments.filter(({_id: id}) => !ids.has(id)), ...more]
}
const slugsOf = (items: readonly {readonly slug: string}[]) => items.map(({slug}) => slug)

describe('article', () => {
  it('arrives whole', async () => {
    const found = await content.article('moving')
    expect(found).toMatchObject({
      _id: 'moving',
      slug: 'moving',
      contributors: [{role: 'author', person: 'person-ada'}],
      people: [{_id: 'person-ada', name: {family: 'Moreno'}}],
      disclaimer: {key: 'sample'},
      carePathways: [{urgency: 'immediate'}],
      recommends: [{exercise: 'exercise-hip-hinge'}],
      exercises: [{_id: 'exercise-hip-hinge', slug: 'hip-hinge', steps: [{text: 'Step a.'}, {}, {}]}],
      claims: [{evidence: [{citation: 'citation-1'}]}],
      citations: [{_id: 'citation-1', title: 'A trial of bending', issued: {year: 2014}}],
    })
    expect(found?.body[0]).toMatchObject({
      children: [{text: 'Moving helps'}, {citation: 'citation-1'}],
    })
    expect(found?.body[1]).toMatchObject({exercise: 'exercise-hip-hinge'})
  })

  it('never carries what is for professionals or editors only', async () => {
    expect(JSON.stringify(await content.article('moving'))).not.toContain('Cauda equina')
  })

  it.each([['no-such-article'], [''], ['" || true || "']])(
    'is null when there is none called %j',
    async (slug) => {
      await expect(content.article(slug)).resolves.toBeNull()
    },
  )

  it('is null in a language that it is not in', async () => {
    await expect(content.article('moving', {language: 'es'})).resolves.toBeNull()
    await expect(content.article('moving', {language: 'en'})).resolves.not.toBeNull()
  })

  it('says what is wrong with it and where to mend it', async () => {
    const documents = withDocuments({...article('moving', 'Moving', '2026-01-03T09:00:00Z'), title: null})
    const reported: ContentProblem[] = []
    const broken = createTestContent({
      documents,
      studioUrl: 'http://localhost:3333',
      onProblem: (problem) => reported.push(problem),
    })
    const error = await broken.article('moving').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ContentError)
    expect(error).toMatchObject({
      code: 'invalid-result',
      queryName: 'articleBySlug',
      documentId: 'moving',
      path: 'title',
      expected: 'a string',
      received: 'null',
      studioUrl: 'http://localhost:3333/intent/edit/id=moving;type=article;path=title',
    })
    expect(reported).toMatchObject([{documentId: 'moving', path: 'title'}])
  })

  it('names the exercise, not the article, when the exercise is at fault', async () => {
    const broken = createTestContent({documents: withDocuments({...hipHinge, difficulty: 'easy'})})
    await expect(broken.article('moving')).rejects.toMatchObject({
      documentId: 'exercise-hip-hinge',
      path: 'difficulty',
    })
  })
})

describe('articles', () => {
  it('come newest first, and page by page without repeats', async () => {
    const first = await content.articles({limit: 2})
    const second = await content.articles({limit: 2, cursor: first.nextCursor})
    expect(slugsOf(first.items)).toEqual(['moving', 'lifting'])
    expect(slugsOf(second.items)).toEqual(['walking', 'sitting'])
    expect(second.nextCursor).toBeNull()
  })

  it('stay right when articles are added and removed between pages', async () => {
    const {nextCursor} = await content.articles({limit: 2})
    const changed = createTestContent({
      documents: withDocuments(article('brand-new', 'New', '2026-02-01T09:00:00Z')).filter(
        ({_id: id}) => id !== 'lifting',
      ),
    })
    const {items} = await changed.articles({limit: 2, cursor: nextCursor})
    expect(slugsOf(items)).toEqual(['walking', 'sitting'])
  })

  it.each([
    [{topic: 'exercise'}, 4],
    [{topic: 'other'}, 0],
    [{audience: 'osteoporosis'}, 4],
    [{author: 'ada-moreno'}, 4],
    [{author: 'someone'}, 0],
    [{kind: 'faq' as const}, 0],
    [{bodyRegion: 'lumbar' as const}, 0],
    [{text: 'lifting'}, 1],
    [{text: 'lift*'}, 1],
    [{text: 'helps'}, 4],
    [{language: 'es' as const}, 0],
  ])('filtered by %j are %i', async (filter, count) => {
    expect((await content.articles(filter)).items).toHaveLength(count)
  })

  it('leave a bad one out and report it, keeping their pages', async () => {
    const documents = withDocuments({...article('walking', 'Walking', '2026-01-02T09:00:00Z'), summary: 7})
    const {items, problems, nextCursor} = await createTestContent({documents}).articles({limit: 3})
    expect(slugsOf(items)).toEqual(['moving', 'lifting'])
    expect(problems).toMatchObject([{documentId: 'walking', path: 'summary', received: '7'}])
    expect(slugsOf((await createTestContent({documents}).articles({cursor: nextCursor})).items)).toEqual([
      'sitting',
    ])
    await expect(createTestContent({documents, onInvalid: 'throw'}).articles()).rejects.toMatchObject({
      code: 'invalid-result',
    })
  })

  it.each([0, -1, 1.5, 1001, Number.NaN])('refuse a limit of %s', async (limit) => {
    await expect(content.articles({limit})).rejects.toThrow(TypeError)
  })

  it('refuse a cursor of another list', async () => {
    const {nextCursor} = await content.exercises({limit: 1})
    await expect(content.articles({cursor: nextCursor})).rejects.toMatchObject({code: 'invalid-cursor'})
  })
})

describe('exercises', () => {
  it.each([
    [{}, ['hip-hinge', 'toe-touch']],
    [{pattern: 'hip-hinge'}, ['hip-hinge']],
    [{position: 'standing' as const}, ['hip-hinge', 'toe-touch']],
    [{position: 'supine' as const}, []],
    [{maxDifficulty: 1}, []],
    [{maxDifficulty: 2, bodyRegion: 'lumbar' as const}, ['hip-hinge', 'toe-touch']],
    [{text: 'toe'}, ['toe-touch']],
  ])('filtered by %j', async (filter, slugs) => {
    expect(slugsOf((await content.exercises(filter)).items)).toEqual(slugs)
  })

  it('that are retired are in no list, but keep their page, which says so', async () => {
    const retired = {...toeTouch, retirement: {reason: 'Not used any more.'}}
    const after = createTestContent({documents: withDocuments(retired)})
    expect(slugsOf((await after.exercises()).items)).toEqual(['hip-hinge'])
    await expect(after.exercise('toe-touch')).resolves.toMatchObject({
      retirement: {reason: 'Not used any more.'},
    })
  })
})

describe('every other list', () => {
  it.each([
    ['contraindications', () => content.contraindications(), 'rule-flexion-osteoporosis'],
    ['conditions', () => content.conditions(), 'condition-osteoporosis'],
    ['movementPatterns', () => content.movementPatterns({limit: 1}), 'pattern-end-range-spinal-flexion'],
    ['carePathways', () => content.carePathways({urgency: 'immediate'}), 'pathway-emergency'],
    ['citations', () => content.citations({text: 'bending'}), 'citation-1'],
    ['people', () => content.people({role: 'author'}), 'person-ada'],
    ['topics', () => content.topics(), 'topic-exercise'],
  ])('%s', async (_name, read, id) => {
    const page = await read()
    expect(page).toMatchObject({items: [{_id: id}], problems: []})
  })

  it('one person', async () => {
    await expect(content.person('ada-moreno')).resolves.toMatchObject({name: {given: 'Ada'}})
  })

  it('settings, null before there are any', async () => {
    await expect(content.settings()).resolves.toBeNull()
  })
})

describe('drafts', () => {
  const drafts = [{...article('drafts.moving', 'Draft title', '2026-01-03T09:00:00Z'), _id: 'drafts.moving'}]
  const unfinished = {_id: 'drafts.rule', _type: 'contraindication', title: 'Only a title yet'}

  it('are never seen unless asked for', async () => {
    const {items} = await createTestContent({documents: withDocuments(...drafts)}).articles()
    expect(items.map(({title}) => title)).not.toContain('Draft title')
  })

  it('may be unfinished', async () => {
    const reading = createTestContent({
      documents: withDocuments(...drafts, unfinished),
      perspective: 'drafts',
    })
    const {items, problems} = await reading.contraindications()
    expect(problems).toEqual([])
    expect(items.map(({title}) => title)).toEqual([rule['title'], 'Only a title yet'])
  })
})
