import {LakeError} from '../errors/LakeError.ts'

const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 30_000

/** How long to wait before the next try: twice as long each time, scattered, or what the server asks for. */
export function retryDelayMs(error: unknown, attempt: number, random: () => number): number {
  const asked = error instanceof LakeError ? error.details?.['retryAfterMs'] : undefined
  if (typeof asked === 'number') return Math.min(asked, MAX_DELAY_MS)
  return Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) * (0.5 + random() / 2)
}
