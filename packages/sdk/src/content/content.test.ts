import {describe, expect, it} from 'vitest'
import {article, clinicDocuments, clinicWith, rule, toeTouch} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'

const content = createTestContent({documents: clinicDocuments})
const slugsOf = (items: readonly {readonly slug: string}[]) => items.map(({slug}) => slug)

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
    const after = createTestContent({documents: clinicWith(retired)})
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
    const {items} = await createTestContent({documents: clinicWith(...drafts)}).articles()
    expect(items.map(({title}) => title)).not.toContain('Draft title')
  })

  it('may be unfinished', async () => {
    const reading = createTestContent({
      documents: clinicWith(...drafts, unfinished),
      perspective: 'drafts',
    })
    const {items, problems} = await reading.contraindications()
    expect(problems).toEqual([])
    expect(items.map(({title}) => title)).toEqual([rule['title'], 'Only a title yet'])
  })
})
