import {describe, expect, test} from 'vitest'
import {findScheduleProblems, isLocalDateTime, isMonthDay, isRecurrenceRule} from './scheduleRules.ts'

const wrongShape = 'Use a local date and time such as 2026-11-26T09:00, without a zone.'

describe('isLocalDateTime', () => {
  test.each([
    [undefined, true],
    ['2026-11-26T09:00', true],
    ['2026-11-26T09:00:30', true],
    // The hour that New York skips: it is a wall-clock time all the same, and is resolved when it is read.
    ['2026-03-08T02:30', true],
    ['2026-11-26', wrongShape],
    ['2026-11-26T09:00Z', wrongShape],
    ['2026-11-26T24:00', wrongShape],
    ['2026-02-30T09:00', 'There is no 2026-02-30 in the calendar.'],
    ['2028-02-29T09:00', true],
  ])('%j', (text, expected) => {
    expect(isLocalDateTime(text)).toBe(expected)
  })
})

describe('isMonthDay', () => {
  test.each([
    ['11-01', true],
    ['02-29', true],
    ['02-30', 'There is no 02-30 in the calendar.'],
    ['13-01', 'There is no 13-01 in the calendar.'],
    ['1-1', 'Use month and day, such as 11-01.'],
  ])('%j', (text, expected) => {
    expect(isMonthDay(text)).toBe(expected)
  })
})

describe('isRecurrenceRule', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=TH', true],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', true],
    ['BYDAY=TH', 'Say how often with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.'],
    ['FREQ=HOURLY', 'Say how often with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.'],
    ['every Thursday', 'Use parts such as FREQ=WEEKLY;BYDAY=TH, separated by semicolons.'],
  ])('%j', (text, expected) => {
    expect(isRecurrenceRule(text)).toBe(expected)
  })
})

describe('findScheduleProblems', () => {
  const once = {recurrence: 'none', start: '2026-11-01T00:00', end: '2026-12-01T00:00'}
  test.each([
    ['a single window', once, true],
    ['a year-crossing season', {recurrence: 'yearly', yearly: {from: '12-15', to: '01-10'}}, true],
    [
      'no end',
      {...once, end: undefined},
      [{message: 'Give the end: from then on it no longer runs.', path: ['end']}],
    ],
    [
      'an empty window',
      {...once, end: once.start},
      [{message: 'The end must come after the start.', path: ['end']}],
    ],
    [
      'a season without days',
      {recurrence: 'yearly'},
      [
        {message: 'Give both days of the year between which it runs.', path: ['yearly', 'from']},
        {message: 'Give both days of the year between which it runs.', path: ['yearly', 'to']},
      ],
    ],
    [
      'a rule without its text',
      {...once, recurrence: 'rrule'},
      [{message: 'Give the recurrence rule, such as FREQ=WEEKLY;BYDAY=TH.', path: ['rrule']}],
    ],
    [
      'an exception outside the window',
      {...once, exceptions: ['2026-11-26', '2027-01-01']},
      [{message: '2027-01-01 does not lie between start and end.', path: ['exceptions', 1]}],
    ],
    ['nothing', undefined, true],
  ])('%s', (_, schedule, expected) => {
    expect(findScheduleProblems(schedule)).toEqual(expected)
  })
})
