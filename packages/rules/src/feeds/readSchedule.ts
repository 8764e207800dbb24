import {parseLocal} from './localToInstant.ts'
import type {Disambiguation, Schedule, ScheduleProblem} from './schedule.ts'
import {isKnownZone} from './zoneOffset.ts'

/** A schedule whose parts were read; times are local, in milliseconds as if they were UTC. */
export interface ReadSchedule {
  readonly zone: string
  readonly disambiguation: Disambiguation
  readonly start: number | null
  readonly end: number | null
  /** Local midnights. */
  readonly exceptions: readonly number[]
  readonly repeats:
    | {readonly kind: 'none'}
    | {readonly kind: 'yearly'; readonly from: MonthDay; readonly to: MonthDay}
    | {readonly kind: 'rrule'; readonly rrule: string; readonly start: string}
}

export interface MonthDay {
  readonly month: number
  readonly day: number
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads a schedule, or says why it cannot be used. */
export function readSchedule(
  schedule: Schedule,
): {ok: true; schedule: ReadSchedule} | {ok: false; problem: ScheduleProblem} {
  const zone = schedule.zone ?? ''
  if (zone === '')
    return refuse('missing-zone', 'zone', 'Give the schedule a time zone, such as America/New_York.')
  if (!isKnownZone(zone)) {
    return refuse(
      'unknown-zone',
      'zone',
      `“${zone}” is not a time zone: use an IANA name such as America/New_York.`,
    )
  }
  const start = schedule.start ? parseLocal(schedule.start) : null
  const end = schedule.end ? parseLocal(schedule.end) : null
  if (schedule.start && start === null) return malformed('start', schedule.start, '2026-11-26T09:00')
  if (schedule.end && end === null) return malformed('end', schedule.end, '2026-12-01T00:00')
  if (start !== null && end !== null && start >= end) {
    return refuse(
      'empty',
      'end',
      'The schedule ends before it starts: give an end that is later than the start.',
    )
  }
  const exceptions: number[] = []
  for (const [at, date] of (schedule.exceptions ?? []).entries()) {
    const midnight = date.length === 10 ? parseLocal(date) : null
    if (midnight === null) return malformed(`exceptions[${at}]`, date, '2026-12-25')
    exceptions.push(midnight)
  }
  const repeats = readRepeats(schedule)
  if ('problem' in repeats) return {ok: false, problem: repeats.problem}
  const {disambiguation: wanted} = schedule
  const disambiguation = wanted === 'earlier' || wanted === 'later' ? wanted : 'compatible'
  return {ok: true, schedule: {zone, disambiguation, start, end, exceptions, repeats}}
}

function readRepeats(schedule: Schedule): ReadSchedule['repeats'] | {problem: ScheduleProblem} {
  const recurrence = schedule.recurrence ?? 'none'
  if (recurrence === 'none') return {kind: 'none'}
  if (recurrence === 'yearly') {
    const from = readMonthDay(schedule.yearly?.from)
    const to = readMonthDay(schedule.yearly?.to)
    if (!from) return malformed('yearly.from', schedule.yearly?.from ?? '', '11-01')
    return to ? {kind: 'yearly', from, to} : malformed('yearly.to', schedule.yearly?.to ?? '', '12-31')
  }
  if (recurrence === 'rrule') {
    if (!schedule.rrule) return malformed('rrule', '', 'FREQ=WEEKLY;BYDAY=TH')
    if (!schedule.start || !schedule.end) {
      const message = 'A recurrence rule needs the start and the end of its first run: give both.'
      return refuse('malformed', schedule.start ? 'end' : 'start', message)
    }
    return {kind: 'rrule', rrule: schedule.rrule, start: schedule.start}
  }
  return malformed('recurrence', recurrence, 'none, yearly or rrule')
}

function readMonthDay(text: string | null | undefined): MonthDay | null {
  const match = /^(\d{2})-(\d{2})$/u.exec(text ?? '')
  const month = Number(match?.[1] ?? 0)
  const day = Number(match?.[2] ?? 0)
  return day >= 1 && day <= (LONGEST_MONTHS[month - 1] ?? 0) ? {month, day} : null
}

function malformed(path: string, given: string, example: string): {ok: false; problem: ScheduleProblem} {
  const what = given === '' ? 'This part of the schedule is empty' : `“${given}” cannot be read`
  return refuse('malformed', path, `${what}: write it like ${example}.`)
}

function refuse(
  code: ScheduleProblem['code'],
  path: string,
  message: string,
): {ok: false; problem: ScheduleProblem} {
  return {ok: false, problem: {code, path, message}}
}
