import type {ConditionalPropertyCallback} from '@sanity/types'
import {isEmpty} from './isEmpty.ts'
import {isRecord} from './isRecord.ts'

/**
 * Hides the reason why a list is empty once the list has entries; a reason that was given stays in sight,
 * so that it can be taken out.
 */
export function hiddenWhenFilled(sibling: string): ConditionalPropertyCallback {
  return ({parent, value}) => isRecord(parent) && !isEmpty(parent[sibling]) && isEmpty(value)
}
