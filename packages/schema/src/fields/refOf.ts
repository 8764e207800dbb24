import {isRecord} from './isRecord.ts'

/** The id that a reference points at, or nothing. */
export function refOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value['_ref'] === 'string' ? value['_ref'] : undefined
}
