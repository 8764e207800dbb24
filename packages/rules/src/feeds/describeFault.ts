import type {ScheduleProblem} from './schedule.ts'
import type {ScheduleFault} from './scheduleFault.ts'

/** Says why a schedule cannot be used, and what to do. */
export function describeFault(fault: ScheduleFault): ScheduleProblem {
  return {code: fault.code, path: fault.path, message: messageOf(fault)}
}

function messageOf({code, given, example}: ScheduleFault): string {
  if (code !== 'malformed') return MESSAGES[code](given)
  if (example === null) return 'A recurrence rule needs the start and the end of its first run: give both.'
  const what = given === '' ? 'This part of the schedule is empty' : `“${given}” cannot be read`
  return `${what}: write it like ${example}.`
}

const MESSAGES: Readonly<Record<Exclude<ScheduleFault['code'], 'malformed'>, (given: string) => string>> = {
  'missing-zone': () => 'Give the schedule a time zone, such as America/New_York.',
  'unknown-zone': (zone) => `“${zone}” is not a time zone: use an IANA name such as America/New_York.`,
  empty: () => 'The schedule ends before it starts: give an end that is later than the start.',
  unsupported: (rrule) =>
    `The recurrence rule “${rrule}” is not resolved here, so the schedule is never active: use a yearly window, or pass an engine for recurrence rules.`,
}
