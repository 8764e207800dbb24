import type {ConditionalPropertyCallback} from '@sanity/types'
import {isRecord} from './isRecord.ts'

/** Hides a field unless a sibling field holds one of the given values. */
export function hiddenUnless(sibling: string, ...values: readonly unknown[]): ConditionalPropertyCallback {
  return ({parent}) => !(isRecord(parent) && values.includes(parent[sibling]))
}
