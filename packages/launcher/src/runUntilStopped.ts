import {print} from './print.ts'

interface Part {
  stop(): Promise<void>
  /** Rejects when the part ends by itself. */
  ended?: Promise<never>
}

/**
 * Starts parts one after another and keeps them until Ctrl-C, SIGTERM, or until one ends by itself; then stops all of
 * them, last started first.
 *
 * @throws what starting a part, or a part's early end, threw.
 */
export async function runUntilStopped(
  begin: (keep: <P extends Part>(part: P) => P) => Promise<void>,
): Promise<void> {
  const parts: Part[] = []
  // Handlers stay for the whole run: a second signal must not end this process before it has stopped its parts.
  const signalled = new Promise<void>((resolve) => {
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
  })
  const keep = <P extends Part>(part: P): P => {
    parts.push(part)
    return part
  }
  try {
    const begun = begin(keep)
    begun.catch(() => {})
    await Promise.race([begun, signalled])
    const ends = parts.flatMap((part) => (part.ended ? [part.ended] : []))
    await Promise.race([signalled, ...ends])
    print('\nStopping …')
  } finally {
    for (const part of parts.toReversed()) await part.stop()
  }
}
