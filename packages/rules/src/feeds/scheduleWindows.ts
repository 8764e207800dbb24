import {describeFault} from './describeFault.ts'
import {findWindows} from './findWindows.ts'
import type {ExpandRecurrence, Schedule, ScheduleNote, ScheduleProblem, TimeWindow} from './schedule.ts'

export interface ScheduleWindows {
  /** In order, apart from each other, half-open, cut to the range asked for. */
  readonly windows: readonly TimeWindow[]
  readonly notes: readonly ScheduleNote[]
  readonly problem: ScheduleProblem | null
}

/**
 * When a schedule is active within `[from, to)`, in milliseconds since 1970.
 *
 * A yearly window that starts on 29 February runs in leap years alone; one that ends on it ends with
 * February. Exceptions are whole local days. A schedule that cannot be read is never active and says why.
 *
 * @example scheduleWindows({zone: 'America/New_York', recurrence: 'yearly', yearly: {from: '11-01', to: '12-31'}}, from, to)
 */
export function scheduleWindows(
  schedule: Schedule,
  from: number,
  to: number,
  expandRecurrence?: ExpandRecurrence,
): ScheduleWindows {
  const {windows, notes, fault} = findWindows(schedule, from, to, expandRecurrence)
  return {windows, notes, problem: fault && describeFault(fault)}
}
