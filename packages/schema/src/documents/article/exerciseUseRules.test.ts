import {describe, expect, test} from 'vitest'
import {checkDiscouraged} from './exerciseUseRules.ts'

const ref = (id: string) => ({_type: 'reference', _key: id, _ref: id})
const sitUp = {
  _key: 'u1',
  exercise: ref('sit-up'),
  reason: 'It bends the back under load.',
  alternatives: [{exercise: ref('dead-bug'), why: 'The back stays still.'}],
}
const both =
  'The article also recommends this exercise to the same readers. Take it off one list, or give each a different “Only for”.'

describe('checkDiscouraged', () => {
  test.each([
    ['complete', [sitUp], [], true],
    [
      'no alternative, but a reason why',
      [{...sitUp, alternatives: [], noAlternativeReason: 'Rest.'}],
      [],
      true,
    ],
    [
      'no reason',
      [{...sitUp, reason: ' '}],
      [],
      [{message: 'Say why the article advises against this exercise.', path: [{_key: 'u1'}, 'reason']}],
    ],
    [
      'no alternative',
      [{...sitUp, alternatives: undefined}],
      [],
      [
        {
          message: 'Add an exercise to do instead, or say why there is none.',
          path: [{_key: 'u1'}, 'alternatives'],
        },
      ],
    ],
    [
      'recommended too',
      [sitUp],
      [{exercise: ref('sit-up')}],
      [{message: both, path: [{_key: 'u1'}, 'exercise']}],
    ],
    ['another exercise recommended', [sitUp], [{exercise: ref('walking')}], true],
    [
      'recommended to other readers',
      [{...sitUp, audience: [ref('osteoporosis')]}],
      [{exercise: ref('sit-up'), audience: [ref('chronic')]}],
      true,
    ],
    [
      'recommended to some of the same readers',
      [{...sitUp, audience: [ref('osteoporosis')]}],
      [{exercise: ref('sit-up'), audience: [ref('chronic'), ref('osteoporosis')]}],
      [{message: both, path: [{_key: 'u1'}, 'exercise']}],
    ],
    [
      'discouraged for some, recommended to all',
      [{...sitUp, audience: [ref('osteoporosis')]}],
      [{exercise: ref('sit-up')}],
      [{message: both, path: [{_key: 'u1'}, 'exercise']}],
    ],
    ['nothing', undefined, undefined, true],
  ])('%s', (_, discourages, recommends, expected) => {
    expect(checkDiscouraged(discourages, {recommends})).toEqual(expected)
  })
})
