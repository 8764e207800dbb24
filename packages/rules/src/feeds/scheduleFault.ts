import type {ScheduleProblem} from './schedule.ts'

/** Why a schedule cannot be used, as data; {@link describeFault} says it in words. */
export interface ScheduleFault extends Pick<ScheduleProblem, 'code' | 'path'> {
  /** What stands there. */
  readonly given: string
  /** How it could be written; null where that is not what is wrong. */
  readonly example: string | null
}
