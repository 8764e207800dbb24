import {describe, expect, it} from 'vitest'
import {compileRule} from './compileRule.ts'

const base = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const before = {...base, _id: 'a', _type: 'article', title: 'Backs', slug: {current: 'backs'}}
const after = {...before, title: 'Stronger backs', author: {_type: 'reference', _ref: 'p'}}
const person = {...base, _id: 'p', _type: 'person', name: 'Ada'}
const context = {
  projectId: 'spine',
  dataset: 'production',
  now: new Date('2026-01-01T00:00:00Z'),
  identity: 'editor',
  dereference: (id: string) => (id === 'p' ? person : undefined),
}

describe('the filter of a rule', () => {
  it.each([
    [null, {before, after}, true],
    ['_type == "article"', {before, after}, true],
    ['_type == "article"', {before, after: undefined}, true],
    ['_type == "exercise"', {before, after}, false],
    ['delta::changedAny(title)', {before, after}, true],
    ['delta::changedAny(slug)', {before, after}, false],
    ['before().title != after().title', {before, after}, true],
    ['delta::operation() == "create"', {before: undefined, after}, true],
    ['delta::operation() == "delete"', {before, after: undefined}, true],
    ['sanity::dataset() == "production"', {before, after}, true],
    ['title', {before, after}, false],
  ])('%s', async (filter, pair, expected) => {
    await expect(compileRule({filter, projection: null}).matches(pair, context)).resolves.toBe(expected)
  })
})

describe('the projection of a rule', () => {
  it.each([
    [null, {before, after}, after],
    [null, {before, after: undefined}, before],
    ['{_id, "slug": slug.current}', {before, after}, {_id: 'a', slug: 'backs'}],
    ['{"was": before().title, "is": after().title}', {before, after}, {was: 'Backs', is: 'Stronger backs'}],
    ['{"by": author->name}', {before, after}, {by: 'Ada'}],
    ['title', {before, after}, 'Stronger backs'],
    ['missing', {before, after}, null],
  ])('%s', async (projection, pair, expected) => {
    const payload = await compileRule({filter: null, projection}).payload(pair, context)
    expect(JSON.parse(payload)).toEqual(expected)
  })
})
