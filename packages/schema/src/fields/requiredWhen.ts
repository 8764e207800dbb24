import type {CustomValidator} from '@sanity/types'
import {isEmpty} from './isEmpty.ts'
import {isRecord} from './isRecord.ts'

/**
 * A rule for a field that must be filled in only when a sibling field holds one of the given values;
 * `required()` would also hold back documents in which the field is hidden.
 */
export function requiredWhen(sibling: string, values: readonly unknown[], sentence: string): CustomValidator {
  return (value, {parent}) =>
    isRecord(parent) && values.includes(parent[sibling]) && isEmpty(value) ? sentence : true
}
