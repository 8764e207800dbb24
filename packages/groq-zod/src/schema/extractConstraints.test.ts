import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {SchemaTypeDefinition} from '@sanity/types'
import {expect, test} from 'vitest'
import type {ConstraintRule} from './constraints.ts'
import {extractConstraints} from './extractConstraints.ts'

function rulesOf(
  field: object,
  types: SchemaTypeDefinition[] = [],
): Readonly<Record<string, readonly ConstraintRule[]>> {
  const document = {name: 'doc', type: 'document', fields: [{name: 'f', ...field}]}
  const schema = Schema.compile({name: 'test', types: [...builtinTypes, ...types, document]})
  return extractConstraints(schema).types['doc'] ?? {}
}

interface Rule {
  [method: string]: (...args: unknown[]) => Rule
}

const CASES: readonly (readonly [
  what: string,
  field: object,
  rules: Record<string, readonly ConstraintRule[]>,
])[] = [
  ['nothing', {type: 'string'}, {}],
  ['required', {type: 'string', validation: (rule: Rule) => rule['required']?.()}, {f: [{rule: 'required'}]}],
  ['a warning', {type: 'string', validation: (rule: Rule) => rule['max']?.(5)['warning']?.()}, {}],
  [
    'required only as a warning',
    {type: 'string', validation: (rule: Rule) => rule['required']?.()['warning']?.()},
    {f: [{rule: 'optional'}]},
  ],
  [
    'an error and a warning',
    {type: 'string', validation: (rule: Rule) => [rule['required']?.(), rule['max']?.(5)['warning']?.()]},
    {f: [{rule: 'required'}]},
  ],
  [
    'a bound that is another field',
    {type: 'number', validation: (rule: Rule) => rule['min']?.(rule['valueOfField']?.('g'))},
    {},
  ],
  [
    'a function that needs the document',
    {type: 'number', validation: (_: Rule, context: {document: {x: 1}}) => context.document.x},
    {},
  ],
  [
    'a custom function',
    {type: 'number', validation: (rule: Rule) => rule['custom']?.(() => true)['max']?.(3)},
    {f: [{rule: 'max', value: 3}]},
  ],
  [
    'the last of two',
    {type: 'number', validation: (rule: Rule) => rule['max']?.(3)['max']?.(4)},
    {f: [{rule: 'max', value: 4}]},
  ],
  [
    'a closed list',
    {type: 'string', options: {list: ['a', {title: 'B', value: 'b'}]}},
    {f: [{rule: 'oneOf', values: ['a', 'b']}]},
  ],
  [
    'a closed list of items',
    {type: 'array', of: [{type: 'string'}], options: {list: ['a', 'b']}},
    {f: [{rule: 'oneOf', values: ['a', 'b']}], 'f[]': [{rule: 'oneOf', values: ['a', 'b']}]},
  ],
  [
    'items',
    {type: 'array', of: [{type: 'string', validation: (rule: Rule) => rule['max']?.(9)}]},
    {'f[]': [{rule: 'max', value: 9}]},
  ],
  [
    'an object inside',
    {type: 'object', fields: [{name: 'g', type: 'number', validation: (rule: Rule) => rule['positive']?.()}]},
    {'f.g': [{rule: 'positive'}]},
  ],
  ['an address', {type: 'url'}, {f: [{rule: 'uri', schemes: ['http', 'https'], allowRelative: false}]}],
  [
    'an address of another scheme',
    {
      type: 'url',
      validation: (rule: Rule) => rule['uri']?.({scheme: ['mailto', /^tel/u], allowRelative: true}),
    },
    {f: [{rule: 'uri', schemes: ['mailto', '^tel'], allowRelative: true}]},
  ],
  [
    'a pattern that must not match',
    {type: 'string', validation: (rule: Rule) => rule['regex']?.(/x/iu, {invert: true})},
    {f: [{rule: 'regex', pattern: 'x', flags: 'iu', invert: true}]},
  ],
]

test.each(CASES)('%s', (_, field, rules) => {
  expect(rulesOf(field)).toEqual(rules)
})

test('a path ends where a type with a name begins; its rules stand under its name', () => {
  const seo = {
    name: 'seo',
    type: 'object',
    fields: [{name: 'title', type: 'string', validation: (rule: Rule) => rule['max']?.(3)}],
  }
  const document = {name: 'doc', type: 'document', fields: [{name: 'f', type: 'seo'}]}
  const schema = Schema.compile({name: 'test', types: [...builtinTypes, seo, document]})
  const {types} = extractConstraints(schema)
  expect(types['seo']).toEqual({title: [{rule: 'max', value: 3}]})
  expect(types['doc']).toBeUndefined()
})
