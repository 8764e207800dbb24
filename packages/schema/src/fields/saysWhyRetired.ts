import {isEmpty} from './isEmpty.ts'
import {isRecord} from './isRecord.ts'

/** A retired exercise or rule says why. */
export function saysWhyRetired(retirement: unknown): true | string {
  if (!isRecord(retirement) || isEmpty(retirement['replacedBy'])) return true
  return !isEmpty(retirement['reason']) || 'Say why it was replaced.'
}
