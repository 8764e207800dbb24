import {expect, test} from 'vitest'
import {createView} from '../query/createView.ts'
import type {ViewSource} from '../query/DocumentView.ts'
import {SortedIds} from '../store/SortedIds.ts'
import {createListenerFilter} from './ListenerFilter.ts'

const nothing: ViewSource = {
  documents: () => [],
  fieldIndex: () => undefined,
  foreign: {areReferredTo: false, aclModeOf: () => undefined, dataset: 'd', get: () => undefined},
  get: () => undefined,
  has: () => false,
  ids: new SortedIds(),
  idsHaving: () => new Set(),
  isAllInMemory: true,
  partReader: () => undefined,
  parts: () => undefined,
  prefersParts: () => false,
  prefersScan: () => false,
  readyIndex: () => undefined,
  typeOf: () => undefined,
  types: () => new Map<string, never>().keys(),
  idsOfType: () => new SortedIds(),
  idsWithSlug: () => [],
  publishedIdsOfType: () => new SortedIds(),
  referrersOf: () => [],
  variantsOf: () => [],
}
const view = createView(nothing, {kind: 'raw'}, () => true)
const context = {identity: 'me', projectId: 'p', dataset: 'd'}
const TIME = {now: new Date('2026-01-01T00:00:00Z'), timeoutMs: 1_000}
const params = {ids: ['a', 'b'], type: 'article', mixed: ['article', null]}
const stored = {_rev: 'r', _createdAt: '', _updatedAt: ''}

test.each([
  ['*', undefined],
  ['*[_id in $ids]', ['id:a', 'id:b']],
  ['*[_id == "a" && _type == "x"]', ['id:a']],
  ['*[_type == $type] | order(n) [0...3] {n}', ['type:article']],
  ['*[_type == "article" && slug.current == "s"]', ['slug:s']],
  ['*[_type == "article"][n > 1]', ['type:article']],
  ['*[_type == "article" || n > 1]', undefined],
  ['*[!(_type == "article")]', undefined],
  ['*[_type in $mixed]', undefined],
  ['*[_type != "article"]', undefined],
])('%s concerns documents of %j', (query, keys) => {
  expect(createListenerFilter(query, params, context).keys).toEqual(keys)
})

const documents = [
  {...stored, _id: 'a', _type: 'article', n: 1, slug: {current: 's'}},
  {...stored, _id: 'b', _type: 'article', n: 2},
  {...stored, _id: 'c', _type: 'person', n: 2, slug: {current: 's'}},
]

test.each([
  ['*', 'abc'],
  ['*[_type == $type]', 'ab'],
  ['*[_type == "article"][n > 1]', 'b'],
  ['*[_type == "article" || n > 1]', 'abc'],
  ['*[!(_type == "article")]{n}', 'c'],
  ['*[slug.current == "s"]', 'ac'],
  ['*[_id in $ids] | order(n) [0]', 'ab'],
  ['*[_type in $mixed]', 'ab'],
  ['*[null]', ''],
  ['{"a": *[_type == "person"], "b": *[n == 1] | order(n) {n}}', 'ac'],
  ['[*[_type == "person"]{"x": *[n > 0]}, count(*[n == 1])]', 'ac'],
  ['{"a": *[_type == "person"], "all": *}', 'abc'],
  ['{"first": *[_type == "person" && count(*[_type == "article"]) == 0]}', 'c'],
])('%s matches %s', (query, expected) => {
  const filter = createListenerFilter(query, params, context)
  expect(
    documents
      .filter((document) => filter.matches(document, () => view, TIME))
      .map(({_id}) => _id)
      .join(''),
  ).toBe(expected)
  expect(filter.matches(undefined, () => view, TIME)).toBe(false)
})

test.each([
  ['*[', /parse/],
  ['media::aspect(@, "a")', /media::aspect/],
])('%s is refused', (query, message) => {
  expect(() => createListenerFilter(query, {}, context)).toThrow(message)
})
