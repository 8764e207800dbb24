import {describe, expect, it} from 'vitest'
import {createTestContent} from './createTestContent.ts'

const topic = (_id: string) => ({_id, _type: 'topic', label: _id, slug: {_type: 'slug', current: 'a'}})
const documents = [topic('a'), topic('team.b'), topic('drafts.c'), topic('versions.r1.d'), topic('_.e')]

const schema = {
  parse: (data: unknown) => data,
  safeParse: (data: unknown) => ({success: true as const, data}),
}
const anything = {name: 'own', params: [], schemas: {published: schema, drafts: schema}}

describe('createTestContent', () => {
  it.each([
    ['hides what is not public, as a lake does from readers without a token', {}, ['a']],
    ['shows it to readers with one', {withToken: true}, ['_.e', 'a', 'team.b']],
    ['shows it beside drafts', {perspective: 'drafts' as const}, ['_.e', 'a', 'drafts.c', 'team.b']],
    ['shows it beside releases', {perspective: ['r1']}, ['_.e', 'a', 'team.b', 'versions.r1.d']],
  ])('%s', async (_name, options, labels) => {
    const {items} = await createTestContent({documents, ...options}).topics()
    expect(new Set(items.map(({label}) => label))).toEqual(new Set(labels))
  })

  it('takes documents as they would be stored: dates as texts, and nothing that is undefined', async () => {
    const person = {
      _id: 'ada',
      _type: 'person',
      name: {given: 'Ada', family: 'Moreno', suffix: undefined},
      slug: {_type: 'slug', current: 'ada'},
      roles: ['author'],
      credentials: [{_key: 'a', code: 'PT', name: undefined}],
      _updatedAt: new Date(0),
    }
    const content = createTestContent({documents: [person]})
    const {items, problems} = await content.people()
    expect({slugs: items.map(({slug}) => slug), problems}).toEqual({slugs: ['ada'], problems: []})
    const updated = await content.query({...anything, query: '*[0]._updatedAt'})
    expect(updated).toBe('1970-01-01T00:00:00.000Z')
  })

  it('takes a clock that only tells the time', async () => {
    const schedule = {_id: 'a', _type: 'article', publishedAt: '2026-11-26T00:00:00Z'}
    const at = (now: number) => createTestContent({documents: [schedule], clock: {now: () => now}})
    const shown = async (now: number) => (await at(now).articles()).problems.length > 0
    expect(await shown(Date.UTC(2026, 10, 25))).toBe(false)
    expect(await shown(Date.UTC(2026, 10, 26))).toBe(true)
  })
})
