/** Time as the SDK sees it; given from outside in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms`; rejects when the signal fires first. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

// What timers can count to, 24 days; they take more for nothing.
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        if (signal.aborted) reject(signal.reason)
        else resolve()
      }
      const timer = setTimeout(end, Math.min(ms, LONGEST_WAIT_MS))
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
    }),
}
