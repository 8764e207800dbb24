import type {Clock} from '../client/clock.ts'

/** Time that passes only when it is told to. */
export interface TestClock extends Clock {
  /** Lets time pass, and what it wakes run. */
  pass(ms: number): Promise<void>
}

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** A clock for tests that starts at 0. */
export function createTestClock(): TestClock {
  let now = 0
  const sleepers = new Set<Sleeper>()
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = {at: now + ms, wake: resolve}
        sleepers.add(sleeper)
        const stop = () => {
          sleepers.delete(sleeper)
          reject(signal.reason)
        }
        if (signal.aborted) stop()
        else signal.addEventListener('abort', stop)
      }),
    async pass(ms) {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = [...sleepers].filter(({at}) => at <= end).toSorted((a, b) => a.at - b.at)
        if (!next) break
        sleepers.delete(next)
        now = Math.max(now, next.at)
        next.wake()
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await settle()
      }
      now = end
    },
  }
}

/** Lets whatever can run without time passing run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await new Promise((resolve) => setTimeout(resolve))
  }
}
