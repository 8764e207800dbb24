import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import type {Channel} from './Channel.ts'

/** How long matching one listener may take. */
export type MatchLimits = Pick<LakeLimits, 'matchTimeoutMs'>

// A transaction is matched for all within this many times the limit of one; who cost less than this the last time is
// matched even then.
const ALL_MATCH_TIMES = 4
const CHEAP_MS = 0.2

/** How long matching all listeners may take together, in milliseconds. */
export function allMatchTimeoutMs({matchTimeoutMs}: MatchLimits): number {
  return ALL_MATCH_TIMES * matchTimeoutMs
}

/**
 * Tells channels of a transaction. The writer waits for this, and everybody with it: costly listeners are let go before
 * they take too long together.
 */
export function tellChannels(
  channels: Iterable<Channel>,
  tell: (channel: Channel) => void,
  limits: MatchLimits,
): void {
  const end = performance.now() + allMatchTimeoutMs(limits)
  for (const channel of channels) {
    if (channel.costMs <= CHEAP_MS || performance.now() <= end) tell(channel)
    else
      channel.fail(
        limitError(limits, 'matchTimeoutMs', {
          what: 'It takes too long to see whom a change concerns, and this listener is among the costly ones',
          code: 'queryTimeout',
        }),
      )
  }
}
