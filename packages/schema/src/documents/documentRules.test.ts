import {describe, expect, test} from 'vitest'
import {leadsToEmergencyServices} from './carePathwayRules.ts'
import {hasQuestion} from './conditionRules.ts'
import {hasStepsOrReason, namesMainMovement, namesPatternsOnce} from './exercise/exerciseRules.ts'
import {checkExperiment, checkSlots, checkUtm, fitsLimit} from './feedRules.ts'
import {isShortDefinition} from './glossaryTermRules.ts'
import {canReviewClinically} from './personRules.ts'

const ref = (id: string) => ({_type: 'reference', _ref: id})

describe('canReviewClinically', () => {
  const credentials = [{code: 'PT'}]
  test.each([
    [['author'], {}, true],
    [['clinical-reviewer'], {credentials, clinicalScope: 'physical-therapist'}, true],
    [
      ['clinical-reviewer'],
      {clinicalScope: 'physician'},
      'A clinical reviewer needs a credential: add one on the Credentials tab, or untick the role.',
    ],
    [
      ['author', 'clinical-reviewer'],
      {credentials, clinicalScope: 'non-clinician'},
      'A clinical reviewer needs a clinical scope: choose one on the Credentials tab, or untick the role.',
    ],
    [
      ['clinical-reviewer'],
      {credentials},
      'A clinical reviewer needs a clinical scope: choose one on the Credentials tab, or untick the role.',
    ],
  ])('%j %j', (roles, person, expected) => {
    expect(canReviewClinically(roles, person)).toBe(expected)
  })
})

test.each([
  ['Are you pregnant?', {kind: 'life-stage'}, true],
  [undefined, {kind: 'anyone'}, true],
  [undefined, {kind: 'diagnosis'}, 'Write the question that the screening page asks.'],
  [' ', {}, 'Write the question that the screening page asks.'],
])('question %j of %j', (question, condition, expected) => {
  expect(hasQuestion(question, condition)).toBe(expected)
})

const say = (count: string) => `There ${count}: write three or more, or say below why there are none.`

describe('exercise', () => {
  test.each([
    [[{}, {}, {}], {}, true],
    [undefined, {stepsWaivedReason: 'Everyone can walk.'}, true],
    [undefined, {}, say('are 0 steps')],
    [[{}], {}, say('is 1 step')],
    [[{}, {}], {stepsWaivedReason: '  '}, say('are 2 steps')],
  ])('steps %j of %j', (steps, exercise, expected) => {
    expect(hasStepsOrReason(steps, exercise)).toBe(expected)
  })

  test.each([
    [[{role: 'secondary'}, {role: 'primary'}], true],
    [[], true],
    [[{role: 'secondary'}], 'Mark the pattern that is the main movement.'],
  ])('roles %j', (patterns, expected) => {
    expect(namesMainMovement(patterns)).toBe(expected)
  })

  test.each([
    [[{pattern: ref('a')}, {pattern: ref('b')}], true],
    [[{}, {}], true],
    [
      [{pattern: ref('a')}, {pattern: ref('a')}],
      'A movement pattern stands here twice: keep one of the two.',
    ],
  ])('patterns %j', (patterns, expected) => {
    expect(namesPatternsOnce(patterns)).toBe(expected)
  })
})

test.each([
  [{contactKind: 'emergency-services'}, {urgency: 'immediate'}, true],
  [{contactKind: 'clinic'}, {urgency: 'urgent'}, true],
  [
    {contactKind: 'clinic'},
    {urgency: 'immediate'},
    'Immediate help usually means emergency services. Check the urgency and whom readers turn to.',
  ],
])('action %j of %j', (action, pathway, expected) => {
  expect(leadsToEmergencyServices(action, pathway)).toBe(expected)
})

test.each([
  ['word '.repeat(30), true],
  ['word '.repeat(31), 'This has 31 words. Say it in 30 or fewer.'],
  ['one-word, two; three.', true],
  [undefined, true],
])('definition %j', (definition, expected) => {
  expect(isShortDefinition(definition)).toBe(expected)
})

describe('feed', () => {
  test.each([
    [[{kind: 'pinned', pin: ref('a')}, {kind: 'rule'}], true],
    [[{_key: 's', kind: 'pinned'}], [{message: 'Choose the article to pin.', path: [{_key: 's'}, 'pin']}]],
    [
      [
        {_key: 's', kind: 'pinned', pin: ref('a')},
        {_key: 't', kind: 'pinned', pin: ref('a')},
      ],
      [{message: 'This article is pinned already.', path: [{_key: 't'}, 'pin']}],
    ],
    [
      [
        {kind: 'pinned', pin: ref('a'), window: {recurrence: 'yearly'}},
        {kind: 'pinned', pin: ref('b')},
        {kind: 'pinned', pin: ref('a'), window: {recurrence: 'none'}},
      ],
      true,
    ],
  ])('slots %j', (slots, expected) => {
    expect(checkSlots(slots)).toEqual(expected)
  })

  test.each([
    [3, {limit: 6}, true],
    [6, {limit: 6}, true],
    [7, {limit: 6}, 'The feed holds at most 6: it cannot need 7.'],
    [undefined, {limit: 6}, true],
  ])('minItems %j of %j', (minItems, feed, expected) => {
    expect(fitsLimit(minItems, feed)).toBe(expected)
  })

  test.each([
    [{source: 'newsletter'}, {placements: ['newsletter']}, true],
    [{_type: 'object', source: ''}, {placements: ['article-end']}, true],
    [
      {source: 'site'},
      {placements: ['article-end']},
      'Link tags are for links from elsewhere: this feed is shown on the site alone. Remove them.',
    ],
    [
      {source: 'News Letter', medium: 'email'},
      {placements: ['newsletter']},
      [{message: 'Use lowercase letters, digits and single dashes.', path: ['source']}],
    ],
  ])('utm %j of %j', (utm, feed, expected) => {
    expect(checkUtm(utm, feed)).toEqual(expected)
  })

  test.each([
    [undefined, true],
    [{unit: 'visitor'}, true],
    [
      {
        key: 'order',
        variants: [
          {id: 'a', weight: 1},
          {id: 'b', weight: 0},
        ],
      },
      true,
    ],
    [
      {key: 'order', variants: [{id: 'a', weight: 1}]},
      [{message: 'Add at least two variants.', path: ['variants']}],
    ],
    [
      {
        variants: [
          {id: 'a', weight: 0},
          {id: 'a', weight: 0},
        ],
      },
      [
        {message: 'Give the experiment a key.', path: ['key']},
        {message: 'Two variants have the same name.', path: ['variants']},
        {message: 'Give at least one variant a weight above 0.', path: ['variants']},
      ],
    ],
  ])('experiment %j', (experiment, expected) => {
    expect(checkExperiment(experiment)).toEqual(expected)
  })
})
