import type {ExpandRecurrence, Schedule, ScheduleNote, ScheduleProblem, TimeWindow} from './schedule.ts'
import {scheduleWindows} from './scheduleWindows.ts'

const YEAR_MS = 366 * 86_400_000

export interface ScheduleState {
  readonly active: boolean
  /** The next instant at which `active` changes, or the end of what was looked at; null: never again. */
  readonly nextChange: number | null
  readonly notes: readonly ScheduleNote[]
  readonly problem: ScheduleProblem | null
}

/** When a schedule is active from an instant on, as far as was looked. */
export interface Timeline {
  readonly from: number
  /** Infinity for a schedule that does not repeat. */
  readonly horizon: number
  readonly windows: readonly TimeWindow[]
  readonly notes: readonly ScheduleNote[]
  readonly problem: ScheduleProblem | null
}

/** Whether a schedule is active at an instant, and when that changes next. A missing schedule is always active. */
export function scheduleState(
  schedule: Schedule | null | undefined,
  now: number,
  expandRecurrence?: ExpandRecurrence,
): ScheduleState {
  return stateAt(createTimeline(schedule, now, expandRecurrence), now)
}

export function createTimeline(
  schedule: Schedule | null | undefined,
  from: number,
  expandRecurrence?: ExpandRecurrence,
): Timeline {
  if (!schedule) {
    return {
      from: -Infinity,
      horizon: Infinity,
      windows: [{start: -Infinity, end: Infinity}],
      notes: [],
      problem: null,
    }
  }
  const horizon = from + horizonOf(schedule)
  const found = scheduleWindows(schedule, from, horizon, expandRecurrence)
  return {...found, from, horizon: found.problem ? Infinity : horizon}
}

/** The state at an instant between `from` and `horizon`. */
export function stateAt({windows, horizon, notes, problem}: Timeline, at: number): ScheduleState {
  const window = windows.find(({end}) => end > at)
  const active = window !== undefined && window.start <= at
  const change = (active ? window.end : window?.start) ?? horizon
  return {active, nextChange: Number.isFinite(change) ? change : null, notes, problem}
}

/** Leap days may lie eight years apart; a single window has no horizon but the end of time. */
function horizonOf({recurrence, yearly}: Schedule): number {
  if ((recurrence ?? 'none') === 'none') return Infinity
  return yearly?.from === '02-29' ? 9 * YEAR_MS : 2 * YEAR_MS
}
