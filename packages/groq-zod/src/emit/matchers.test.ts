import {expect, test} from 'vitest'
import {foundQuery} from '../../test-fixtures/foundQuery.ts'
import {importGenerated} from '../../test-fixtures/importGenerated.ts'
import {generate} from '../generate.ts'
import type {Constraints} from '../schema/constraints.ts'
import type {SchemaAttribute, SchemaFile} from '../schema/schemaNode.ts'

type Verdict = 'at once' | 'by zod' | 'refused'

const text: SchemaAttribute = {value: {type: 'string'}, optional: true}

/** A document type of these fields, each of which may be missing. */
function schemaOf(fields: Record<string, SchemaAttribute>): SchemaFile {
  const _type: SchemaAttribute = {value: {type: 'string', value: 'page'}}
  return [{type: 'document', name: 'page', attributes: {_type, ...fields}}]
}

/** Says of values how the validator of a query decides: what the fast path knows is given back itself. */
async function decider(
  query: string,
  fields: Record<string, SchemaAttribute>,
  rules: Constraints['types'][string] = {},
  lightModules = false,
): Promise<(value: object) => Verdict> {
  const input = {schema: schemaOf(fields), constraints: {version: 1, types: {page: rules}} as const}
  const generated = await generate({...input, queries: [foundQuery('q', query)], options: {lightModules}})
  const schema = (await importGenerated(generated)).get('q')?.schemas.published
  return (value) => {
    const parsed = schema?.safeParse(value)
    if (parsed?.success !== true) return 'refused'
    return parsed.data === value ? 'at once' : 'by zod'
  }
}

const stored = (json: string): object => Object(JSON.parse(json))

const tagged = (name: string): SchemaAttribute['value'] => ({
  type: 'object',
  attributes: {_type: {value: {type: 'string', value: name}}, a: text},
})

const list = (length: number): string[] => Array.from({length}, (_, at) => `tag ${at}`)

const item = (inner: object[] = []): object => ({_key: 'a', _type: 'step', steps: inner})

test('keys may come in any order, be missing where they may, and be no others', async () => {
  const decide = await decider('*[_type == "page"]', {title: text, kind: text, note: text})
  const cases: readonly (readonly [string, Verdict])[] = [
    ['[]', 'at once'],
    ['[{"_type": "page"}]', 'at once'],
    [
      '[{"_type": "page", "title": "a", "kind": "b"}, {"kind": "b", "_type": "page", "title": null}]',
      'at once',
    ],
    [
      '[{"note": "c", "title": "a", "_type": "page"}, {"_type": "page", "title": "a", "note": "c"}]',
      'at once',
    ],
    ['[{"title": "a"}]', 'refused'],
    ['[{"_type": "page", "title": 7}]', 'refused'],
    ['[{"_type": "page", "other": 7}]', 'by zod'],
    ['[{"_type": "page", "": "a"}]', 'by zod'],
    ['[{"": "a", "_type": "page"}]', 'by zod'],
    ['[{"_type": "page", "__proto__": "a"}]', 'by zod'],
    ['[{"_type": "page", "toString": "a"}]', 'by zod'],
    ['[[]]', 'refused'],
    ['[null]', 'refused'],
  ]
  for (const [json, verdict] of cases) expect([json, decide(stored(json))]).toEqual([json, verdict])
})

test('a list is no object, though all keys may be missing', async () => {
  const inner: SchemaAttribute = {
    value: {type: 'object', attributes: {a: text}},
    optional: true,
  }
  const decide = await decider('*[_type == "page"]{inner}', {inner})
  expect(decide([{inner: {}}, {inner: {a: 'x'}}, {inner: null}])).toBe('at once')
  expect(decide([{inner: []}])).toBe('refused')
})

test('a `_type` that every object has from its prototype is none of a union', async () => {
  const of: SchemaAttribute['value'] = {type: 'union', of: [tagged('one'), tagged('__proto__')]}
  const decide = await decider('*[_type == "page"]{parts}', {parts: {value: {type: 'array', of}}})
  expect(decide(stored('[{"parts": [{"_key": "a", "_type": "one"}]}]'))).toBe('at once')
  expect(decide(stored('[{"parts": [{"_key": "a", "_type": "__proto__", "a": "b"}]}]'))).toBe('at once')
  for (const name of ['toString', 'constructor', 'two'])
    expect([name, decide([{parts: [{_key: 'a', _type: name}]}])]).toEqual([name, 'refused'])
})

test('commas in keys and in values', async () => {
  const kind: SchemaAttribute = {
    value: {
      type: 'union',
      of: [{type: 'string', value: 'a,b'}, {type: 'string', value: 'c'}, {type: 'null'}],
    },
  }
  const decide = await decider('*[_type == "page"]{"x,y": title, kind}', {title: text, kind})
  expect(
    decide([
      {'x,y': 'a', kind: 'a,b'},
      {kind: null, 'x,y': null},
    ]),
  ).toBe('at once')
  expect(decide([{'x,y': 'a', kind: 'a'}])).toBe('refused')
  expect(decide([{x: 'a', y: 'a', kind: 'c'}])).toBe('refused')
})

test('long lists of what must differ are for zod', async () => {
  const tags: SchemaAttribute = {
    value: {type: 'array', of: {type: 'string'}},
    optional: true,
  }
  const decide = await decider('*[_type == "page"]{tags}', {tags}, {tags: [{rule: 'unique'}]})
  expect(decide([{tags: list(999)}])).toBe('at once')
  expect(decide([{tags: list(1000)}])).toBe('by zod')
  expect(decide([{tags: [...list(3), 'tag 1']}])).toBe('refused')
  expect(decide([{tags: [...list(1000), 'tag 1']}])).toBe('refused')
})

const ADDRESSES = [
  '',
  'https://a.example/b?c=d:e#f',
  'HTTP://a.example',
  ' https://a.example',
  'httpss://a.example',
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  '/a:b',
  '../a:b',
  './a',
  '#a:b',
  '?a=b:c',
  'page.html',
  'page.html?a=b:c',
  'mailto:a@b.example',
  ':a',
  '7:a',
  'a b:c',
]
/** Relative and with a colon further on: right, and rare. */
const FOR_ZOD = new Set(['page.html?a=b:c', ':a', '7:a', 'a b:c'])

test.each([
  {schemes: ['http', 'https'], allowRelative: false},
  {schemes: ['http', 'https'], allowRelative: true},
  {schemes: ['^https?$'], allowRelative: true},
])('addresses: $schemes, relative: $allowRelative', async ({schemes, allowRelative}) => {
  for (const rules of [[], [{rule: 'required'} as const]]) {
    const decide = await decider(
      '*[_type == "page"]{link}',
      {link: text},
      {
        link: [...rules, {rule: 'uri', schemes, allowRelative}],
      },
    )
    for (const link of ADDRESSES) {
      const isAbsolute = /^\s*https?:/iu.test(link)
      const isRelative = !/^\s*[a-z][a-z\d.+-]*:/iu.test(link)
      const isRight = link === '' ? rules.length === 0 : isAbsolute || (allowRelative && isRelative)
      const known = FOR_ZOD.has(link) && schemes.length > 1 ? 'by zod' : 'at once'
      expect([link, decide([{link}])]).toEqual([link, isRight ? known : 'refused'])
    }
  }
})

test('a type that nests itself is known to any depth, in a light module too', async () => {
  const step: SchemaFile[number] = {
    type: 'type',
    name: 'step',
    value: {
      type: 'object',
      attributes: {
        _type: {value: {type: 'string', value: 'step'}},
        steps: {
          value: {type: 'array', of: {type: 'inline', name: 'step'}},
          optional: true,
        },
      },
    },
  }
  const steps: SchemaAttribute = {
    value: {type: 'array', of: {type: 'inline', name: 'step'}},
    optional: true,
  }
  for (const lightModules of [false, true]) {
    const generated = await generate({
      schema: [...schemaOf({steps}), step],
      queries: [foundQuery('q', '*[_type == "page"]{steps}')],
      options: {lightModules},
    })
    const schema = (await importGenerated(generated)).get('q')?.schemas.published
    const right = [{steps: [item([item([item()])])]}]
    const wrong = [{steps: [item([item([{_type: 'step'}])])]}]
    expect(schema?.safeParse(right).data).toBe(right)
    expect(schema?.safeParse(wrong).success).toBe(false)
  }
})
