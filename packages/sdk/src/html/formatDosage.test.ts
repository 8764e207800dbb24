import {describe, expect, it} from 'vitest'
import type {Dosage} from './articleParts.ts'
import {formatDosage} from './formatDosage.ts'

describe('formatDosage', () => {
  it.each<[Dosage, string[]]>([
    [
      {sets: {min: 2, max: 3}, reps: {min: 8, max: 12, unit: 'rep'}, perSide: true},
      ['Amount: 2 to 3 sets of 8 to 12 repetitions, on each side'],
    ],
    [{sets: {min: 1, max: 1}, reps: {min: 1, unit: 'breath'}}, ['Amount: 1 set of 1 breath']],
    [{reps: {max: 10, unit: 'step'}}, ['Amount: up to 10 steps']],
    [
      {holdSeconds: {min: 10, max: 20}, restSeconds: {min: 1}},
      ['Hold: 10 to 20 seconds', 'Rest between sets: 1 second'],
    ],
    [
      {duration: {min: 10, max: 10, unit: 'min'}, distance: {min: 1, unit: 'mi'}},
      ['Time: 10 minutes', 'Distance: 1 mile'],
    ],
    [{frequency: {min: 1, per: 'day'}}, ['How often: 1 time a day']],
    [
      {frequency: {min: 2, max: 3, per: 'week'}, daysOfWeek: ['mon', 'wed', 'fri']},
      ['How often: 2 to 3 times a week, on Monday, Wednesday and Friday'],
    ],
    [
      {intensity: {scale: 'rpe-10', min: 3, max: 4}},
      ['Effort: 3 to 4 on a scale from 0 (rest) to 10 (as hard as you can)'],
    ],
    [{intensity: {scale: 'talk-test', min: 2}}, ['Effort: Talk test: you can talk']],
    [{intensity: {scale: 'percent-1rm', min: 60}}, ['Effort: 60% of the most you can lift once']],
    [{progress: {start: 'one set', towards: 'three'}}, ['Progress: Start with one set; work towards three']],
    [
      {sourceText: 'a low number', confidence: 'assumed'},
      ['The source says: “a low number”', 'Where this comes from: Assumed: no source states it'],
    ],
    [{sets: null, reps: {}, frequency: {min: 3}, confidence: 'stated'}, []],
  ])('%j', (dosage, expected) => {
    expect(formatDosage(dosage).map(({term, text}) => `${term}: ${text}`)).toEqual(expected)
  })

  // Their words for two minutes hold no number.
  it.each([
    ['ar', {min: 1, max: 2}, '1 to 2 دقيقة'],
    ['ar', {max: 2}, 'up to 2 دقيقة'],
    ['ar', {min: 2}, 'دقيقتان'],
    ['ar', {min: 2, max: 5}, '2 to 5 دقائق'],
    ['he', {min: 1, max: 2}, '1 to 2 דקות'],
    ['he', {min: 2, max: 2}, 'שתי דקות'],
  ])('%s: %j minutes', (language, duration, expected) => {
    const [line] = formatDosage({duration: {...duration, unit: 'min'}}, {language})
    expect(line?.text).toBe(expected)
  })
})
