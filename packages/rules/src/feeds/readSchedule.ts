import {parseLocal} from './localToInstant.ts'
import type {Disambiguation, Maybe, Schedule} from './schedule.ts'
import type {ScheduleFault} from './scheduleFault.ts'
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

/** What was read, or why it cannot be used. */
type Read<T> = {readonly ok: true; readonly value: T} | Refused

export interface Refused {
  readonly ok: false
  readonly fault: ScheduleFault
}

export function readSchedule(schedule: Schedule): Read<ReadSchedule> {
  const zone = schedule.zone ?? ''
  if (zone === '') return refuse('missing-zone', 'zone')
  if (!isKnownZone(zone)) return refuse('unknown-zone', 'zone', zone)
  const start = schedule.start ? parseLocal(schedule.start) : null
  const end = schedule.end ? parseLocal(schedule.end) : null
  if (schedule.start && start === null) return malformed('start', schedule.start, '2026-11-26T09:00')
  if (schedule.end && end === null) return malformed('end', schedule.end, '2026-12-01T00:00')
  if (start !== null && end !== null && start >= end) return refuse('empty', 'end')
  const exceptions: number[] = []
  for (const [at, date] of (schedule.exceptions ?? []).entries()) {
    const midnight = date.length === 10 ? parseLocal(date) : null
    if (midnight === null) return malformed(`exceptions[${at}]`, date, '2026-12-25')
    exceptions.push(midnight)
  }
  const repeats = readRepeats(schedule)
  if (!repeats.ok) return repeats
  const {disambiguation: wanted} = schedule
  const disambiguation = wanted === 'earlier' || wanted === 'later' ? wanted : 'compatible'
  return {ok: true, value: {zone, disambiguation, start, end, exceptions, repeats: repeats.value}}
}

function readRepeats({recurrence, yearly, rrule, start, end}: Schedule): Read<ReadSchedule['repeats']> {
  switch (recurrence ?? 'none') {
    case 'none':
      return {ok: true, value: {kind: 'none'}}
    case 'yearly': {
      const from = readMonthDay(yearly?.from)
      const to = readMonthDay(yearly?.to)
      if (!from) return malformed('yearly.from', yearly?.from, '11-01')
      if (!to) return malformed('yearly.to', yearly?.to, '12-31')
      return {ok: true, value: {kind: 'yearly', from, to}}
    }
    case 'rrule':
      if (!rrule) return malformed('rrule', '', 'FREQ=WEEKLY;BYDAY=TH')
      if (!start || !end) return refuse('malformed', start ? 'end' : 'start')
      return {ok: true, value: {kind: 'rrule', rrule, start}}
    default:
      return malformed('recurrence', recurrence, 'none, yearly or rrule')
  }
}

function readMonthDay(text: string | null | undefined): MonthDay | null {
  const match = /^(\d{2})-(\d{2})$/u.exec(text ?? '')
  const month = Number(match?.[1] ?? 0)
  const day = Number(match?.[2] ?? 0)
  return day >= 1 && day <= (LONGEST_MONTHS[month - 1] ?? 0) ? {month, day} : null
}

function malformed(path: string, given: Maybe<string>, example: string): Refused {
  return {ok: false, fault: {code: 'malformed', path, given: given ?? '', example}}
}

export function refuse(code: ScheduleFault['code'], path: string, given = ''): Refused {
  return {ok: false, fault: {code, path, given, example: null}}
}
