import {ContentError} from '../core.ts'

// 408 and 429 ask to come again.
const COMES_AGAIN: ReadonlySet<number> = new Set([408, 429])

/** Whether trying again is of no use: the source says no, or what failed is no reading. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof ContentError)) return true
  const {status} = error
  return status !== null && status >= 400 && status < 500 && !COMES_AGAIN.has(status)
}
