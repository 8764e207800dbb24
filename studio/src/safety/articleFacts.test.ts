import {expect, test} from 'vitest'
import {articleFacts} from './articleFacts.ts'

const ref = (id: string) => ({_type: 'reference', _key: id, _ref: id})

test('references become ids', () => {
  const document = {
    _id: 'drafts.article-a',
    audience: {primary: [ref('osteoporosis')], alsoFor: [ref('anyone')]},
    recommends: [{_key: 'u1', exercise: ref('hip-hinge'), audience: [ref('chronic')], caution: 'Slowly.'}],
    discourages: [
      {
        _key: 'u2',
        exercise: ref('toe-touch'),
        alternatives: [{_key: 'a', exercise: ref('hip-hinge'), why: 'Straight back.'}],
      },
    ],
    body: [
      {_type: 'block', _key: 'b1', children: []},
      {_type: 'exerciseCard', _key: 'b2', exercise: ref('hip-hinge')},
      {_type: 'exerciseCard', _key: 'b3'},
      {_type: 'exerciseList', _key: 'b5', intent: 'discourage', exercises: [ref('toe-touch')]},
      {_type: 'exerciseList', _key: 'b4', exercises: [ref('bridge'), {_ref: 'walking'}]},
    ],
    carePathways: [ref('cauda-equina')],
    disclaimer: ref('sample'),
  }
  const before = structuredClone(document)
  expect(articleFacts(document)).toEqual({
    _id: 'drafts.article-a',
    audience: {primary: ['osteoporosis'], alsoFor: ['anyone']},
    recommends: [
      {
        _key: 'u1',
        exercise: 'hip-hinge',
        audience: ['chronic'],
        caution: 'Slowly.',
        alternatives: [],
        noAlternativeReason: undefined,
      },
    ],
    discourages: [
      {
        _key: 'u2',
        exercise: 'toe-touch',
        audience: [],
        caution: undefined,
        alternatives: [{_key: 'a', exercise: 'hip-hinge'}],
        noAlternativeReason: undefined,
      },
    ],
    shows: [
      {exercise: 'hip-hinge', path: ['body', {_key: 'b2'}, 'exercise']},
      {exercise: 'bridge', path: ['body', {_key: 'b4'}, 'exercises', {_key: 'bridge'}]},
      {exercise: 'walking', path: ['body', {_key: 'b4'}, 'exercises', 1]},
    ],
    carePathways: ['cauda-equina'],
    disclaimer: 'sample',
  })
  expect(document).toEqual(before)
})

test.each([
  undefined,
  null,
  'text',
  {},
  {recommends: 'text', audience: []},
  {recommends: [null, {exercise: ref('a')}]},
])('a draft that is not filled in yet: %j', (document) => {
  expect(articleFacts(document)).toMatchObject({
    recommends: [],
    discourages: [],
    shows: [],
    carePathways: [],
  })
})

test('an entry without an exercise is kept, so that the rules can speak of it', () => {
  expect(articleFacts({discourages: [{_key: 'u'}]}).discourages).toMatchObject([
    {_key: 'u', exercise: undefined},
  ])
})
