import {parse} from 'groq-js'
import {expect, test} from 'vitest'
import {stepsToSlug} from './stepsToSlug.ts'

test.each([
  ['author->slug.current', 1],
  ['(author->slug.current)', 1],
  ['topics[]->slug.current', 1],
  ['a.b[].c->slug.current', 1],
  ['contributors[role == "author"].person->slug.current', 1],
  ['topics[0]->slug.current', 1],
  ['patterns[].pattern->broader[]->slug.current', 2],
  ['author->author->author->slug.current', 3],
  ['slug.current', undefined],
  ['author->slug', undefined],
  ['author->current', undefined],
  // Another member of what is referred to.
  ['author->seo.slug.current', undefined],
  ['^.author->slug.current', undefined],
  ['*[_type == "topic"][0]->slug.current', undefined],
  ['{"_ref": "made"}->slug.current', undefined],
  ['topics[]{"_ref": "made"}->slug.current', undefined],
  ['coalesce(author, editor)->slug.current', undefined],
])('%s: %s', (text, expected) => {
  const tree = parse(`*[${text} == "a"]`)
  const condition = tree.type === 'Filter' && tree.expr.type === 'OpCall' ? tree.expr.left : undefined
  expect(condition).toBeDefined()
  expect(condition && stepsToSlug(condition)).toBe(expected)
})
