import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {expect, test} from 'vitest'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {compileFilter} from './compileFilter.ts'

const words = fc.array(
  fc.constantFrom(
    'back',
    'Knee',
    'a.b',
    '.',
    '..a',
    '-',
    ' ',
    '*',
    'b*',
    '😀',
    'É',
    '(',
    "'",
    '"',
    '^',
    '\\',
  ),
  {
    maxLength: 5,
  },
)
const text = words.map((parts) => parts.join(''))
const value = fc.oneof(
  text,
  fc.integer({min: -2, max: 2}),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(text, fc.integer({min: 0, max: 2}), fc.constant(null)), {maxLength: 3}),
  text.map((inner) => ({b: inner})),
)
const document = fc
  .record({a: value, b: value, c: value}, {requiredKeys: [], noNullPrototype: true})
  .map((members): LakeDocument => ({
    ...members,
    _id: 'x',
    _type: 't',
    _rev: 'r',
    _createdAt: '',
    _updatedAt: '',
  }))
const operand = fc.constantFrom(
  'a',
  'b',
  'c.b',
  'none',
  '"back"',
  '1',
  'true',
  'null',
  '$text',
  '$number',
  '_id',
)
const atom = fc.oneof(
  fc
    .tuple(operand, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), operand)
    .map((parts) => parts.join(' ')),
  fc
    .tuple(operand, fc.constantFrom('match $text', 'match "back*"', 'match ["b", "a*"]', 'match $list'))
    .map((parts) => parts.join(' ')),
  fc
    .tuple(operand, fc.constantFrom('in [1, "back", null]', 'in b', 'in $list', 'in path("x")'))
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('defined', 'count', 'length', 'lower', 'string', 'upper'), operand)
    .map(([name, of]) => `${name}(${of}) == 1`),
  fc.tuple(operand, operand).map(([one, other]) => `string(${one}) == ${other}`),
  fc
    .tuple(operand, operand, operand, fc.constantFrom('', ', b', ', 1'))
    .map(([one, two, other, rest]) => `select(${one} => 0, ${two} >= "" => ${other}${rest}) < 1`),
  fc.tuple(fc.constantFrom('defined', 'lower'), operand).map(([name, of]) => `${name}(${of})`),
  operand,
)
const filter = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3},
    atom,
    fc
      .tuple(tie('filter'), fc.constantFrom('&&', '||'), tie('filter'))
      .map(([l, op, r]) => `(${l} ${op} ${r})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
})).filter

test('a compiled filter finds true what groq-js finds true', () => {
  fc.assert(
    fc.property(
      fc.array(document, {minLength: 1, maxLength: 5}),
      filter,
      text,
      (documents, source, pattern) => {
        const params = {text: pattern, number: 1, list: ['back', pattern, null]}
        const tree = parse(`*[${source}]`, {params})
        if (tree.type !== 'Filter') return
        const compiled = compileFilter(tree.expr, params)
        // A list with null in it is no pattern, and some words make no regular expression.
        if (!compiled) return
        const expected: unknown = evaluateSync(tree, {dataset: documents, params}).data
        expect(documents.filter(compiled)).toEqual(expected)
      },
    ),
    {numRuns: 3000},
  )
})

test.each(['a->b == 1', 'count(*) > 1', '^.a == 1', 'dateTime(a) > now()', 'a[].b == 1', 'a match b'])(
  '%s is left to groq-js',
  (source) => {
    const tree = parse(`*[${source}]`)
    expect(tree.type === 'Filter' && compileFilter(tree.expr, {})).toBeUndefined()
  },
)
