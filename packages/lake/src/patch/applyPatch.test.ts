import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyPatch, type PatchableDocument, type PatchOperations} from './applyPatch.ts'
import {PatchError} from './PatchError.ts'

const article: PatchableDocument = {
  _id: 'a',
  title: 'Backs',
  views: 3,
  nothing: null,
  tags: ['x', 'y', 'z'],
  slug: {current: 'backs'},
  body: [
    {_key: 'k1', style: 'normal', children: [{_key: 's1', text: 'one', marks: ['em']}]},
    {_key: 'k2', style: 'h2', children: [{_key: 's2', text: 'two', marks: []}]},
    {_key: 'k3', style: 'normal', score: 7},
  ],
  'odd name': 1,
}

type Case = [name: string, patch: PatchOperations, expected: Record<string, unknown>]

const [k1, k2, k3] = [
  {_key: 'k1', style: 'normal', children: [{_key: 's1', text: 'one', marks: ['em']}]},
  {_key: 'k2', style: 'h2', children: [{_key: 's2', text: 'two', marks: []}]},
  {_key: 'k3', style: 'normal', score: 7},
]

const cases: Case[] = [
  ['set an attribute', {set: {title: 'New'}}, {title: 'New'}],
  ['set a new attribute', {set: {fresh: true}}, {fresh: true}],
  ['set null', {set: {title: null}}, {title: null}],
  ['set below a missing object', {set: {'deep.er.still': 1}}, {deep: {er: {still: 1}}}],
  ['set below null', {set: {'nothing.more': 1}}, {nothing: {more: 1}}],
  ['set below a plain value', {set: {'title.en': 'x'}}, {title: {en: 'x'}}],
  ['set beside', {set: {'slug._type': 'slug'}}, {slug: {current: 'backs', _type: 'slug'}}],
  ['set an element', {set: {'tags[1]': 'Y'}}, {tags: ['x', 'Y', 'z']}],
  ['set the last element', {set: {'tags[-1]': 'Z'}}, {tags: ['x', 'y', 'Z']}],
  ['set a range', {set: {'tags[1:3]': '-'}}, {tags: ['x', '-', '-']}],
  ['set an open range', {set: {'tags[1:]': '-'}}, {tags: ['x', '-', '-']}],
  ['set a range from its start', {set: {'tags[:1]': '-'}}, {tags: ['-', 'y', 'z']}],
  ['set a range with a negative end', {set: {'tags[0:-1]': '-'}}, {tags: ['-', '-', 'z']}],
  ['set every element', {set: {'tags[*]': '-'}}, {tags: ['-', '-', '-']}],
  ['set a union', {set: {'tags[0,2]': '-'}}, {tags: ['-', 'y', '-']}],
  ['set an equal element', {set: {'tags[@=="y"]': '-'}}, {tags: ['x', '-', 'z']}],
  ['set one past the end', {set: {'tags[3]': 'new'}}, {tags: ['x', 'y', 'z', 'new']}],
  ['set below what is past the end does nothing', {set: {'body[3].style': 'new'}}, {}],
  ['set far past the end does nothing', {set: {'tags[9]': 'new'}}, {}],
  ['set before the start does nothing', {set: {'tags[-9]': 'new'}}, {}],
  ['set by key', {set: {'body[_key=="k2"].style': 'h3'}}, {body: [k1, {...k2, style: 'h3'}, k3]}],
  [
    'set by key with single spaces',
    {set: {'body[ _key == "k2" ].style': 'h3'}},
    {body: [k1, {...k2, style: 'h3'}, k3]},
  ],
  ['set by a key nobody has', {set: {'body[_key=="none"].style': 'h3'}}, {}],
  ['set a new attribute of an element', {set: {'body[2].note': 'n'}}, {body: [k1, k2, {...k3, note: 'n'}]}],
  ['set where a number is greater', {set: {'body[score>6].score': 0}}, {body: [k1, k2, {...k3, score: 0}]}],
  ['set where a number is not greater', {set: {'body[score>7].score': 0}}, {}],
  ['set where something exists', {set: {'body[score?].score': 1}}, {body: [k1, k2, {...k3, score: 1}]}],
  [
    'set where it differs',
    {set: {'body[style!="normal"].style': 'x'}},
    {body: [k1, {...k2, style: 'x'}, k3]},
  ],
  [
    'set everywhere below, only where it is',
    {set: {'..text': 'T'}},
    {
      body: [
        {...k1, children: [{_key: 's1', text: 'T', marks: ['em']}]},
        {...k2, children: [{_key: 's2', text: 'T', marks: []}]},
        k3,
      ],
    },
  ],
  [
    'set by key at any depth',
    {set: {'..[_key=="s2"].text': 'T'}},
    {body: [k1, {...k2, children: [{_key: 's2', text: 'T', marks: []}]}, k3]},
  ],
  [
    'set at any depth: the outermost wins',
    {set: {'..children': 1}},
    {body: [{...k1, children: 1}, {...k2, children: 1}, k3]},
  ],
  ['set with quoted names', {set: {"['odd name']": 2}}, {'odd name': 2}],
  ['set several names at once', {set: {'[title,views]': 0}}, {title: 0, views: 0}],
  ['setIfMissing leaves what is there', {setIfMissing: {title: 'Other', nothing: 1}}, {}],
  ['setIfMissing adds', {setIfMissing: {reviews: []}}, {reviews: []}],
  [
    'setIfMissing adds in every match',
    {setIfMissing: {'body[*].score': 0}},
    {body: [{...k1, score: 0}, {...k2, score: 0}, k3]},
  ],
  ['setIfMissing of an element does nothing', {setIfMissing: {'tags[3]': 'w'}}, {}],
  ['unset an attribute', {unset: ['title']}, {title: undefined}],
  ['unset what is not there', {unset: ['none', 'a.b[0].c', 'body[_key=="none"]']}, {}],
  ['unset several elements', {unset: ['tags[0,2]']}, {tags: ['y']}],
  ['unset in turn', {unset: ['tags[0]', 'tags[0]']}, {tags: ['z']}],
  ['unset a range', {unset: ['tags[1:3]']}, {tags: ['x']}],
  ['unset all', {unset: ['tags[*]']}, {tags: []}],
  ['unset all by range', {unset: ['tags[0:]']}, {tags: []}],
  ['unset by key', {unset: ['body[_key=="k1"]', 'body[_key=="k3"]']}, {body: [k2]}],
  [
    'unset in many elements',
    {unset: ['body[*].style']},
    {
      body: [
        {_key: 'k1', children: k1.children},
        {_key: 'k2', children: k2.children},
        {_key: 'k3', score: 7},
      ],
    },
  ],
  ['inc', {inc: {views: 2}}, {views: 5}],
  ['dec', {dec: {views: 2.5}}, {views: 0.5}],
  ['inc of what is not there', {inc: {none: 2}}, {}],
  ['inc in a match', {inc: {'body[_key=="k3"].score': 1}}, {body: [k1, k2, {...k3, score: 8}]}],
  ['insert before', {insert: {before: 'tags[0]', items: ['a', 'b']}}, {tags: ['a', 'b', 'x', 'y', 'z']}],
  ['insert after the last', {insert: {after: 'tags[-1]', items: ['w']}}, {tags: ['x', 'y', 'z', 'w']}],
  ['insert before the last', {insert: {before: 'tags[-1]', items: ['w']}}, {tags: ['x', 'y', 'w', 'z']}],
  ['insert after a range', {insert: {after: 'tags[0:2]', items: ['w']}}, {tags: ['x', 'y', 'w', 'z']}],
  [
    'insert before by key',
    {insert: {before: 'body[_key=="k2"]', items: [{_key: 'n'}]}},
    {body: [k1, {_key: 'n'}, k2, k3]},
  ],
  ['insert beside a key nobody has', {insert: {after: 'body[_key=="none"]', items: [1]}}, {}],
  ['insert behind the end', {insert: {after: 'tags[9]', items: ['w']}}, {tags: ['x', 'y', 'z', 'w']}],
  ['insert before the start', {insert: {before: 'tags[-9]', items: ['w']}}, {tags: ['w', 'x', 'y', 'z']}],
  ['insert into an array that is not there', {insert: {after: 'none[-1]', items: [1]}}, {}],
  ['replace one', {insert: {replace: 'tags[1]', items: ['a', 'b']}}, {tags: ['x', 'a', 'b', 'z']}],
  ['replace the last', {insert: {replace: 'tags[-1]', items: ['a']}}, {tags: ['x', 'y', 'a']}],
  ['replace a range', {insert: {replace: 'tags[0:2]', items: ['a']}}, {tags: ['a', 'z']}],
  ['replace by nothing', {insert: {replace: 'tags[0:2]', items: []}}, {tags: ['z']}],
  ['replace scattered elements', {insert: {replace: 'tags[0,2]', items: ['a']}}, {tags: ['a', 'y']}],
  ['replace by key', {insert: {replace: 'body[_key=="k2"]', items: [1, 2]}}, {body: [k1, 1, 2, k3]}],
  ['replace an empty range', {insert: {replace: 'tags[1:1]', items: ['a']}}, {tags: ['x', 'a', 'y', 'z']}],
  [
    'splice to the end as the client writes it',
    {insert: {replace: 'tags[1:-1]', items: ['a']}},
    {tags: ['x', 'a']},
  ],
  [
    'splice of the last as the client writes it',
    {insert: {replace: 'tags[-2:]', items: ['a']}},
    {tags: ['x', 'y', 'a']},
  ],
  [
    'append as a range behind the end',
    {insert: {replace: 'tags[-1:]', items: ['a']}},
    {tags: ['x', 'y', 'z', 'a']},
  ],
  [
    'insert in every list below',
    {insert: {after: 'body[*].children[-1]', items: ['n']}},
    {body: [{...k1, children: [...k1.children, 'n']}, {...k2, children: [...k2.children, 'n']}, k3]},
  ],
  ['text patch', {diffMatchPatch: {title: '@@ -1,5 +1,6 @@\n Back\n-s\n+ed\n'}}, {title: 'Backed'}],
  [
    'the order is fixed: set, setIfMissing, unset, inc, dec, insert',
    {
      insert: {after: 'list[-1]', items: [2]},
      dec: {views: 1},
      inc: {views: 10},
      unset: ['title'],
      setIfMissing: {list: [0], views: 1},
      set: {list: [1], title: 'gone', views: 100},
    },
    {title: undefined, views: 109, list: [1, 2]},
  ],
]

function catchError(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== undefined))
}

function editLongText(hunks: number) {
  const diffMatchPatch = {t: '@@ -1 +1 @@\n-a\n+b\n'.repeat(hunks)}
  return applyPatch({t: 'a'.repeat(1_000_000)}, {diffMatchPatch})
}

describe('applyPatch', () => {
  test.each(cases)('%s', (_name, patch, expected) => {
    const before = structuredClone(article)
    const patchBefore = structuredClone(patch)
    const result = applyPatch(article, patch)
    expect(result).toStrictEqual(withoutUndefined({...article, ...expected}))
    expect(article).toStrictEqual(before)
    expect(patch).toStrictEqual(patchBefore)
    expect(result === article).toBe(Object.keys(expected).length === 0)
  })

  test('an own "__proto__" attribute changes no prototype', () => {
    expect(JSON.stringify(applyPatch({}, {set: {'constructor.x': 1}}))).toBe('{"constructor":{"x":1}}')
    const result = applyPatch({_id: 'a'}, {set: {'__proto__.polluted': true}})
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
    expect(JSON.stringify(result)).toBe('{"_id":"a","__proto__":{"polluted":true}}')
    expect(JSON.stringify(applyPatch(result, {unset: ['_id']}))).toBe('{"__proto__":{"polluted":true}}')
  })

  test('places within places', () => {
    expect(applyPatch({a: {a: {a: 1}}}, {set: {'..a': 2}})).toEqual({a: 2})
    expect(applyPatch({a: {a: 1, b: 2}}, {unset: ['..a']})).toEqual({})
    expect(applyPatch({x: [[1], [2]]}, {insert: {after: '..[-1]', items: [3]}})).toEqual({
      x: [[1, 3], [2, 3], 3],
    })
    expect(applyPatch({x: [{x: [1]}]}, {unset: ['..x[0]']})).toEqual({x: []})
  })

  test('a hundred thousand places change in one go', () => {
    const list = Array.from({length: 100_000}, (_item, n) => ({_key: String(n), n}))
    const result = applyPatch(
      {list},
      {set: {'list[*].done': true}, inc: {'list[n>=0].n': 1}, unset: ['list[n<99999]']},
    )
    expect(result).toEqual({list: [{_key: '99999', n: 100_000, done: true}]})
  })

  test('splices into an empty array', () => {
    for (const at of ['before', 'after', 'replace']) {
      for (const selector of ['[0]', '[-1]', '[0:]', '[-1:]', '[0:-1]']) {
        expect(applyPatch({a: []}, {insert: {[at]: `a${selector}`, items: [1]}})).toEqual({a: [1]})
      }
    }
  })

  test('text patches count UTF-8 bytes, as the client writes them', () => {
    const result = applyPatch(
      {t: 'ryggsmärta är vanligt'},
      {diffMatchPatch: {t: '@@ -12,12 +12,13 @@\n %C3%A4r vanligt\n+!\n'}},
    )
    expect(result).toEqual({t: 'ryggsmärta är vanligt!'})
  })

  test('a text patch that would take long is refused', () => {
    expect(() => editLongText(21)).toThrow('has 21 hunks for a text of 1000000 characters')
    expect(editLongText(1)).toEqual({t: `b${'a'.repeat(999_999)}`})
  })

  const mistakes: [name: string, patch: PatchOperations, code: string, path: string][] = [
    ['inc of text', {inc: {title: 1}}, 'notANumber', 'title'],
    ['inc by text', {inc: {views: '1'}}, 'notANumber', 'views'],
    ['dec of a list', {dec: {tags: 1}}, 'notANumber', 'tags'],
    ['text patch of a number', {diffMatchPatch: {views: '@@ -1 +1 @@\n-a\n+b\n'}}, 'notText', 'views'],
    ['text patch of nothing', {diffMatchPatch: {none: '@@ -0,0 +1 @@\n+b\n'}}, 'notText', 'none'],
    ['broken text patch', {diffMatchPatch: {title: 'nonsense'}}, 'invalidTextPatch', 'title'],
    ['insert into text', {insert: {after: 'title[-1]', items: [1]}}, 'notAnArray', 'title[-1]'],
    ['insert without brackets', {insert: {after: 'tags', items: [1]}}, 'invalidPath', 'tags'],
    ['insert without items', {insert: {after: 'tags[0]'}}, 'invalidOperation', 'insert'],
    [
      'insert twice',
      {insert: {after: 'tags[0]', before: 'tags[0]', items: []}},
      'invalidOperation',
      'insert',
    ],
    ['insert as a list', {insert: []}, 'invalidOperation', 'insert'],
    ['set as a list', {set: ['title']}, 'invalidOperation', 'set'],
    ['unset as an object', {unset: {title: 1}}, 'invalidOperation', 'unset'],
    ['attribute of a list', {set: {'tags.first': 1}}, 'notAnObject', 'tags.first'],
    ['open bracket', {unset: ['tags[0']}, 'invalidPath', 'tags[0'],
    ['open quote', {unset: ['tags[_key=="a]']}, 'invalidPath', 'tags[_key=="a]'],
    ['empty path', {set: {'': 1}}, 'invalidPath', ''],
    ['empty brackets', {set: {'tags[]': 1}}, 'invalidPath', 'tags[]'],
    ['trailing dot', {set: {'slug.': 1}}, 'invalidPath', 'slug.'],
    ['missing literal', {set: {'body[_key==]': 1}}, 'invalidPath', 'body[_key==]'],
    ['unknown sign', {set: {'a#b': 1}}, 'invalidPath', 'a#b'],
    ['fraction as index', {set: {'tags[0.5]': 1}}, 'invalidPath', 'tags[0.5]'],
  ]
  test.each(mistakes)('%s is refused with the path', (_name, patch, code, path) => {
    const before = structuredClone(article)
    const error = catchError(() => applyPatch(article, patch))
    expect(error).toBeInstanceOf(PatchError)
    expect(error).toMatchObject({code, path})
    expect(article).toStrictEqual(before)
  })
})

const anyDocument = fc.dictionary(fc.constantFrom('a', 'b', 'tags', '_key'), fc.jsonValue({maxDepth: 3}), {
  maxKeys: 4,
})
const anyPath = fc.constantFrom(
  'a',
  'b.a',
  'a[0]',
  'tags[-1]',
  'tags[0:2]',
  '..a',
  'tags[*]',
  'tags[_key=="x"].b',
  '..[0]',
)

describe('properties', () => {
  test('whatever the patch, the input stays and the result is JSON', () => {
    const anyPatch = fc.record(
      {
        set: fc.dictionary(anyPath, fc.jsonValue({maxDepth: 2}), {maxKeys: 2}),
        setIfMissing: fc.dictionary(anyPath, fc.jsonValue({maxDepth: 2}), {maxKeys: 2}),
        unset: fc.array(anyPath, {maxLength: 3}),
      },
      {requiredKeys: []},
    )
    fc.assert(
      fc.property(anyDocument, anyPatch, (document, patch) => {
        const before = JSON.stringify(document)
        let result: PatchableDocument = {}
        try {
          result = applyPatch(document, patch)
        } catch (error) {
          if (!(error instanceof PatchError)) throw error
        }
        expect(JSON.stringify(document)).toBe(before)
        expect(JSON.stringify(JSON.parse(JSON.stringify(result)))).toBe(JSON.stringify(result))
      }),
      {numRuns: 500},
    )
  })

  test('insert: before + items + after, for any place of any list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), {minLength: 1}),
        fc.nat(),
        fc.array(fc.string(), {maxLength: 3}),
        (list, n, items) => {
          const index = n % list.length
          const at = (position: string) => applyPatch({list}, {insert: {[position]: `list[${index}]`, items}})
          expect(at('before')).toEqual({list: [...list.slice(0, index), ...items, ...list.slice(index)]})
          expect(at('after')).toEqual({
            list: [...list.slice(0, index + 1), ...items, ...list.slice(index + 1)],
          })
          expect(at('replace')).toEqual({list: [...list.slice(0, index), ...items, ...list.slice(index + 1)]})
        },
      ),
    )
  })

  test('unset after set gives back the document; set twice is set once', () => {
    fc.assert(
      fc.property(anyDocument, fc.jsonValue(), (document, value) => {
        const set = applyPatch(document, {set: {fresh: value}})
        expect(applyPatch(set, {unset: ['fresh']})).toEqual(document)
        expect(applyPatch(set, {set: {fresh: value}})).toEqual(set)
      }),
    )
  })
})
