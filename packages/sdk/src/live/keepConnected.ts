import {ContentError, readError} from '../core.ts'
import {isRefusal} from './isRefusal.ts'
import type {EventsRequest} from './liveEvent.ts'
import {retryDelayMs} from './retryDelayMs.ts'

// A connection that ends sooner has not shown that the source is well.
const LONG_ENOUGH_MS = 60_000

/**
 * Connects again whenever a connection ends or fails, waiting longer each time, until the signal fires or the source
 * refuses.
 */
export async function keepConnected(
  connect: () => Promise<void>,
  {signal, clock, random, tell}: EventsRequest,
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const startedAt = clock.now()
    const error = await failureOf(connect)
    if (signal.aborted) return
    if (!(error instanceof ContentError) || isRefusal(error)) return tell({type: 'refused', error})
    tell({type: 'lost', error})
    if (clock.now() - startedAt >= LONG_ENOUGH_MS) failures = 0
    await clock.wait(retryDelayMs(error, failures, random), signal).catch(() => undefined)
    failures += 1
  }
}

async function failureOf(connect: () => Promise<void>): Promise<unknown> {
  try {
    await connect()
    return readError('network', 'live events', 'ended; connecting again.')
  } catch (error) {
    return error
  }
}
