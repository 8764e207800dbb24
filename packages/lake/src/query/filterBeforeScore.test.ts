import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import type {ExprNode} from 'groq-js'
import {expect, test} from 'vitest'
import {filterBeforeScore} from './filterBeforeScore.ts'
import {rewriteTextSearch} from './rewriteTextSearch.ts'

const titles = ['Backs', 'Backs bend', 'bend-backs, often', 'Necks', 'necks.and backs', '', null]
const dataset = titles.map((title, n) => ({_id: `a${n}`, _type: n % 2 ? 'note' : 'article', title, n}))
const params = {text: 'backs -often'}

const words = fc.constantFrom('backs', 'bend backs', 'bend-backs', 'ben*', 'often necks', '***', '.', '')
const match = fc
  .tuple(words, fc.constantFrom('"', 'text::query("', 'text::query("-', 'text::query("\\\"'))
  .map(([text, before]) => {
    const quoted = before.endsWith('\\"') ? `${before}${text}\\""` : `${before}${text}"`
    return `title match ${quoted}${before.startsWith('text') ? ')' : ''}`
  })
const scores = fc.letrec<{score: string}>((tie) => ({
  score: fc.oneof(
    {maxDepth: 3},
    match,
    fc.constantFrom('title match text::query($text)', 'n > 3', '_type == "note"', '!(title match "necks")'),
    fc.tuple(tie('score'), fc.constantFrom('&&', '||'), tie('score')).map((parts) => parts.join(' ')),
    tie('score').map((inner) => (inner.includes('boost') ? inner : `(${inner})`)),
    fc.tuple(tie('score'), fc.constantFrom(2, -1)).map(([inner, by]) => `boost(${inner}, ${by})`),
  ),
})).score

const run = (tree: ExprNode): unknown => evaluateSync(rewriteTextSearch(tree, params), {dataset, params}).data

test('what is asked for before the score leaves out only what has none', () => {
  let narrowed = 0
  const queries = fc
    .tuple(fc.constantFrom('*', '*[n != 2]'), fc.array(scores, {minLength: 1, maxLength: 3}))
    .map(([documents, list]) => `${documents} | score(${list.join(', ')}) [_score > 0] {_id, _score}`)
  fc.assert(
    fc.property(queries, (query) => {
      const tree = parse(query, {params})
      const demanding = filterBeforeScore(tree, params)
      if (demanding !== tree) narrowed += 1
      expect(run(demanding)).toEqual(run(tree))
    }),
    {numRuns: 2_000},
  )
  expect(narrowed).toBeGreaterThan(500)
})

test.each([
  ['without a filter by the score', '*[n > 1] | score(title match "backs") {_id}'],
  ['where what has no score is kept', '*[n > 1] | score(title match "backs") [_score >= 0 || n > 2]'],
  ['where it is not known what is looked for', '*[n > 1] | score(title match $text) [_score > 0]'],
  ['over an order', '*[n > 1] | order(n) | score(title match "backs") [_score > 0]'],
])('asks for nothing %s', (_name, query) => {
  const tree = parse(query)
  expect(filterBeforeScore(tree, params)).toBe(tree)
})
