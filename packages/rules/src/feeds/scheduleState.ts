import type {ExpandRecurrence, Schedule, ScheduleNote, ScheduleProblem} from './schedule.ts'
import {scheduleWindows} from './scheduleWindows.ts'

const YEAR_MS = 366 * 86_400_000

export interface ScheduleState {
  readonly active: boolean
  /** The next instant at which `active` changes, or the end of what was looked at; null: never again. */
  readonly nextChange: number | null
  readonly notes: readonly ScheduleNote[]
  readonly problem: ScheduleProblem | null
}

/** Whether a schedule is active at an instant, and when that changes next. A missing schedule is always active. */
export function scheduleState(
  schedule: Schedule | null | undefined,
  now: number,
  expandRecurrence?: ExpandRecurrence,
): ScheduleState {
  if (!schedule) return {active: true, nextChange: null, notes: [], problem: null}
  const horizon = now + horizonOf(schedule)
  const {windows, notes, problem} = scheduleWindows(schedule, now, horizon, expandRecurrence)
  const [first] = windows
  const active = first !== undefined && first.start <= now
  const change = active ? first.end : first?.start
  const repeats = problem === null && (schedule.recurrence ?? 'none') !== 'none'
  return {active, nextChange: change ?? (repeats ? horizon : null), notes, problem}
}

/** Leap days may lie eight years apart; a single window has no horizon but the end of time. */
function horizonOf({recurrence, yearly}: Schedule): number {
  if ((recurrence ?? 'none') === 'none') return Infinity
  return yearly?.from === '02-29' ? 9 * YEAR_MS : 2 * YEAR_MS
}
