import {isRecord} from './isRecord.ts'

/** The entries of a list that are objects; nothing when it is no list. */
export function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((entry) => isRecord(entry)) : []
}
