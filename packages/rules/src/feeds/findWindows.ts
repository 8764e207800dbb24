import {formatLocal, localToInstant} from './localToInstant.ts'
import {readSchedule, refuse} from './readSchedule.ts'
import type {MonthDay, ReadSchedule, Refused} from './readSchedule.ts'
import type {ExpandRecurrence, Schedule, ScheduleNote, TimeWindow} from './schedule.ts'
import type {ScheduleFault} from './scheduleFault.ts'
import {intersectWindows, mergeWindows, subtractWindows} from './timeWindows.ts'
import {zoneOffset} from './zoneOffset.ts'

const DAY_MS = 86_400_000

/** What was found of a schedule in a range; `fault` says why nothing could be. */
export interface FoundWindows {
  readonly windows: readonly TimeWindow[]
  readonly notes: readonly ScheduleNote[]
  readonly fault: ScheduleFault | null
}

/** Finds when a schedule is active within `[from, to)`, in milliseconds since 1970. */
export function findWindows(
  schedule: Schedule,
  from: number,
  to: number,
  expandRecurrence?: ExpandRecurrence,
): FoundWindows {
  const read = readSchedule(schedule)
  if (!read.ok) return unusable(read)
  const notes = new Map<string, ScheduleNote>()
  const toInstant = (local: number): number => resolve(local, read.value, notes)
  const {start, end, repeats, exceptions, zone} = read.value
  const bound = {
    start: start === null ? -Infinity : toInstant(start),
    end: end === null ? Infinity : toInstant(end),
  }
  let windows: readonly TimeWindow[] = [bound]
  if (repeats.kind === 'yearly') {
    windows = intersectWindows(yearlyWindows(repeats, zone, from, to, toInstant), bound)
  } else if (repeats.kind === 'rrule') {
    if (!expandRecurrence) return unusable(refuse('unsupported', 'rrule', repeats.rrule))
    windows = ruleWindows(read.value, repeats, from, to, toInstant, expandRecurrence)
  }
  const holes = exceptions.map((midnight) => ({
    start: toInstant(midnight),
    end: toInstant(midnight + DAY_MS),
  }))
  return {
    windows: intersectWindows(subtractWindows(windows, holes), {start: from, end: to}),
    notes: [...notes.values()],
    fault: null,
  }
}

function resolve(
  local: number,
  {zone, disambiguation}: ReadSchedule,
  notes: Map<string, ScheduleNote>,
): number {
  const {instant, kind} = localToInstant(local, zone, disambiguation)
  if (kind) {
    const text = formatLocal(local)
    notes.set(text, {kind, local: text, zone, instant: new Date(instant).toISOString()})
  }
  return instant
}

function yearlyWindows(
  {from: first, to: last}: {from: MonthDay; to: MonthDay},
  zone: string,
  from: number,
  to: number,
  toInstant: (local: number) => number,
): TimeWindow[] {
  const crosses = last.month < first.month || (last.month === first.month && last.day < first.day)
  const windows: TimeWindow[] = []
  for (let year = yearIn(zone, from) - 1; year <= yearIn(zone, to); year += 1) {
    if (first.month === 2 && first.day === 29 && !isLeap(year)) continue
    const lastYear = crosses ? year + 1 : year
    const lastDay = last.month === 2 && last.day === 29 && !isLeap(lastYear) ? 28 : last.day
    const start = Date.UTC(year, first.month - 1, first.day)
    const end = Date.UTC(lastYear, last.month - 1, lastDay) + DAY_MS
    windows.push({start: toInstant(start), end: toInstant(end)})
  }
  return mergeWindows(windows)
}

function ruleWindows(
  {start, end, zone}: ReadSchedule,
  {rrule, start: first}: {rrule: string; start: string},
  from: number,
  to: number,
  toInstant: (local: number) => number,
  expandRecurrence: ExpandRecurrence,
): TimeWindow[] {
  const lengthMs = (end ?? 0) - (start ?? 0)
  // A run that began before the range may still last; a day more covers a change of the clocks.
  const starts = expandRecurrence({rrule, start: first, zone, after: from - lengthMs - DAY_MS, before: to})
  return starts.map((instant) => {
    const local = instant + zoneOffset(zone, instant)
    return {start: instant, end: toInstant(local + lengthMs)}
  })
}

function unusable({fault}: Refused): FoundWindows {
  return {windows: [], notes: [], fault}
}

function yearIn(zone: string, instant: number): number {
  return new Date(instant + zoneOffset(zone, instant)).getUTCFullYear()
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
