import {findWindows} from './findWindows.ts'
import type {ExpandRecurrence, Schedule, ScheduleNote, TimeWindow} from './schedule.ts'
import type {ScheduleFault} from './scheduleFault.ts'

const YEAR_MS = 366 * 86_400_000

/** Whether a schedule is active at an instant, and until when. */
export interface TimelineState {
  readonly active: boolean
  /** The next instant at which `active` changes, or the end of what was looked at; null: never again. */
  readonly nextChange: number | null
  readonly notes: readonly ScheduleNote[]
  readonly fault: ScheduleFault | null
}

/** When a schedule is active from an instant on, as far as was looked. */
export interface Timeline {
  readonly from: number
  /** Infinity for a schedule that does not repeat. */
  readonly horizon: number
  readonly windows: readonly TimeWindow[]
  readonly notes: readonly ScheduleNote[]
  readonly fault: ScheduleFault | null
}

/** Looks at a schedule from an instant on. A missing schedule is always active. */
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
      fault: null,
    }
  }
  const horizon = from + horizonOf(schedule)
  const found = findWindows(schedule, from, horizon, expandRecurrence)
  return {...found, from, horizon: found.fault ? Infinity : horizon}
}

/** The state at an instant between `from` and `horizon`. */
export function stateAt({windows, horizon, notes, fault}: Timeline, at: number): TimelineState {
  const window = windows.find(({end}) => end > at)
  const active = window !== undefined && window.start <= at
  const change = (active ? window.end : window?.start) ?? horizon
  return {active, nextChange: Number.isFinite(change) ? change : null, notes, fault}
}

/** Leap days may lie eight years apart; a single window has no horizon but the end of time. */
function horizonOf({recurrence, yearly}: Schedule): number {
  if ((recurrence ?? 'none') === 'none') return Infinity
  return yearly?.from === '02-29' ? 9 * YEAR_MS : 2 * YEAR_MS
}
