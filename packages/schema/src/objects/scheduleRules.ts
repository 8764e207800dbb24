import type {Finding} from '../fields/findings.ts'
import {findings} from '../fields/findings.ts'
import {isRecord} from '../fields/isRecord.ts'
import {textOf} from '../fields/textOf.ts'

/** A local date and time as YYYY-MM-DDTHH:mm (seconds may follow) that is in the calendar. */
export function isLocalDateTime(text: string | undefined): true | string {
  if (!text) return true
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.exec(text)
  if (parts === null) return 'Use a local date and time such as 2026-11-26T09:00, without a zone.'
  return isCalendarDay(parts[1] ?? '') || `There is no ${parts[1]} in the calendar.`
}

/** A day of the year as MM-DD; 02-29 is one. */
export function isMonthDay(text: string | undefined): true | string {
  if (!text) return true
  if (!/^\d{2}-\d{2}$/.test(text)) return 'Use month and day, such as 11-01.'
  // 2024 is a leap year, so that 29 February counts.
  return isCalendarDay(`2024-${text}`) || `There is no ${text} in the calendar.`
}

/** A recurrence rule of RFC 5545: parts NAME=VALUE, among them FREQ. */
export function isRecurrenceRule(text: string | undefined): true | string {
  if (!text) return true
  const parts = text.replace(/^RRULE:/, '').split(';')
  if (!parts.every((part) => /^[A-Z]+=[A-Z0-9,+:-]+$/.test(part))) {
    return 'Use parts such as FREQ=WEEKLY;BYDAY=TH, separated by semicolons.'
  }
  return (
    parts.some((part) => /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(part)) ||
    'Say how often with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.'
  )
}

/** Finds what a schedule lacks for its kind of recurrence, and what does not fit together. */
export function findScheduleProblems(schedule: unknown): true | Finding[] {
  if (!isRecord(schedule)) return true
  return findings([
    ...findMissingParts(schedule),
    ...findWrongOrder(schedule),
    ...findUselessExceptions(schedule),
  ])
}

function findMissingParts(schedule: Record<string, unknown>): Finding[] {
  const missing = (name: string, message: string) =>
    textOf(schedule[name]) === '' ? [{message, path: [name]}] : []
  switch (schedule['recurrence']) {
    case 'none':
      return [
        ...missing('start', 'Give the start, or let it run every year.'),
        ...missing('end', 'Give the end: from then on it no longer runs.'),
      ]
    case 'rrule':
      return [
        ...missing('rrule', 'Give the recurrence rule, such as FREQ=WEEKLY;BYDAY=TH.'),
        ...missing('start', 'Give the start of the first run.'),
        ...missing('end', 'Give the end of the first run: it sets the length of each.'),
      ]
    case 'yearly': {
      const yearly = isRecord(schedule['yearly']) ? schedule['yearly'] : {}
      return ['from', 'to'].flatMap((name) =>
        textOf(yearly[name]) === ''
          ? [{message: 'Give both days of the year between which it runs.', path: ['yearly', name]}]
          : [],
      )
    }
    default:
      return []
  }
}

function findWrongOrder(schedule: Record<string, unknown>): Finding[] {
  const start = textOf(schedule['start'])
  const end = textOf(schedule['end'])
  // Local times of one zone compare as text.
  if (start === '' || end === '' || start < end) return []
  return [{message: 'The end must come after the start.', path: ['end']}]
}

function findUselessExceptions(schedule: Record<string, unknown>): Finding[] {
  if (schedule['recurrence'] !== 'none' || !Array.isArray(schedule['exceptions'])) return []
  const first = textOf(schedule['start']).slice(0, 10)
  const last = textOf(schedule['end']).slice(0, 10)
  return schedule['exceptions'].flatMap((day: unknown, index) =>
    typeof day === 'string' && first !== '' && last !== '' && (day < first || day > last)
      ? [{message: `${day} does not lie between start and end.`, path: ['exceptions', index]}]
      : [],
  )
}

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
