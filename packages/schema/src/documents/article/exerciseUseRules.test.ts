import {expect, test} from 'vitest'
import {findMissingReasons} from './exerciseUseRules.ts'

test.each([
  ['a reason', [{_key: 'u1', reason: 'It bends the back under load.'}], true],
  [
    'no reason',
    [{_key: 'u1', reason: ' '}, {}],
    [
      {message: 'Say why the article advises against this exercise.', path: [{_key: 'u1'}, 'reason']},
      {message: 'Say why the article advises against this exercise.', path: [1, 'reason']},
    ],
  ],
  ['nothing', undefined, true],
])('discouraged with %s', (_, discourages, expected) => {
  expect(findMissingReasons(discourages)).toEqual(expected)
})
