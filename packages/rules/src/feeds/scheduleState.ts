import {describeFault} from './describeFault.ts'
import type {ExpandRecurrence, Schedule, ScheduleNote, ScheduleProblem} from './schedule.ts'
import {createTimeline, stateAt} from './timeline.ts'

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
  const {fault, ...state} = stateAt(createTimeline(schedule, now, expandRecurrence), now)
  return {...state, problem: fault && describeFault(fault)}
}
