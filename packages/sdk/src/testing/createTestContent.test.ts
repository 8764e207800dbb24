import {describe, expect, it} from 'vitest'
import {createTestContent} from './createTestContent.ts'

const topic = (_id: string) => ({_id, _type: 'topic', label: _id, slug: {_type: 'slug', current: 'a'}})
const documents = [topic('a'), topic('team.b'), topic('drafts.c'), topic('versions.r1.d'), topic('_.e')]

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
})
