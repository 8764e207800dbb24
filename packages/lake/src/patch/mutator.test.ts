import {Mutation} from '@sanity/mutator'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyPatch, type PatchOperations} from './applyPatch.ts'

// The Studio applies every patch with @sanity/mutator at once, before the lake has answered. Where it is right, both
// must agree, or an editor sees the text jump.
function applyInStudio(document: Record<string, unknown>, patch: PatchOperations): unknown {
  const mutations = JSON.stringify([{patch: {id: 'a', ...patch}}])
  return new Mutation({mutations: JSON.parse(mutations)}).apply(
    structuredClone({_id: 'a', _type: 'article', ...document}),
  )
}

const span = fc.record({
  _key: fc.constantFrom('x', 'y', 'z'),
  text: fc.string({maxLength: 5}),
  n: fc.integer(),
})
const document = fc.record({
  title: fc.string({maxLength: 10}),
  count: fc.integer(),
  slug: fc.record({current: fc.string()}),
  tags: fc.array(fc.string({maxLength: 3}), {maxLength: 4}),
  body: fc.uniqueArray(span, {maxLength: 3, selector: ({_key: key}) => key}),
})

const place = fc.constantFrom('tags[0]', 'tags[-1]', 'tags[1]', 'body[_key=="x"]', 'body[0]')
// As it comes over the wire: JSON knows no -0.
const value = fc.jsonValue({maxDepth: 1}).map((json): unknown => JSON.parse(JSON.stringify(json)))
const patch: fc.Arbitrary<PatchOperations> = fc.oneof(
  fc
    .dictionary(
      fc.constantFrom(
        'title',
        'slug.current',
        'fresh',
        'deep.er',
        'tags',
        'body[_key=="y"].text',
        'body[0].none',
      ),
      value,
      {minKeys: 1, maxKeys: 2, noNullPrototype: true},
    )
    .map((set) => ({set})),
  fc
    .dictionary(fc.constantFrom('title', 'fresh', 'slug._type', 'deep.er'), value, {
      minKeys: 1,
      maxKeys: 2,
      noNullPrototype: true,
    })
    .map((setIfMissing) => ({setIfMissing})),
  fc
    .array(
      fc.constantFrom('title', 'none', 'slug.current', 'tags[0]', 'body[_key=="x"]', 'body[_key=="z"].text'),
      {maxLength: 2},
    )
    .map((unset) => ({unset})),
  fc.integer().map((n) => ({inc: {count: n, 'body[_key=="x"].n': 1}})),
  fc.integer().map((n) => ({dec: {count: n}})),
  fc
    .tuple(fc.constantFrom('before', 'after'), place, fc.array(value, {maxLength: 2}))
    .map(([at, path, items]) => ({insert: {[at]: path, items}})),
)

test('patches as the Studio sends them end the same in the Studio and in the lake', () => {
  fc.assert(
    fc.property(document, patch, (given, operations) => {
      expect(applyPatch({_id: 'a', _type: 'article', ...given}, operations)).toEqual(
        applyInStudio(given, operations),
      )
    }),
    {numRuns: 2000},
  )
})

test('text edits end the same', () => {
  const patches = [
    '@@ -1,5 +1,6 @@\n Back\n-s\n+ed\n',
    '@@ -0,0 +1,3 @@\n+new\n',
    '@@ -1,4 +1,3 @@\n %C3%A5\n-b\n c\n',
  ]
  for (const text of ['Backs', '', 'åbc', 'something else entirely']) {
    for (const diffMatchPatch of patches) {
      const operations = {diffMatchPatch: {title: diffMatchPatch}}
      expect(applyPatch({_id: 'a', _type: 'article', title: text}, operations)).toEqual(
        applyInStudio({title: text}, operations),
      )
    }
  }
})
