import {isEmpty} from '../fields/isEmpty.ts'
import {isRecord} from '../fields/isRecord.ts'

/** Every condition but “Anyone” has a question for the screening page. */
export function hasQuestion(question: unknown, condition: unknown): true | string {
  if (!isRecord(condition) || condition['kind'] === 'anyone') return true
  return !isEmpty(question) || 'Write the question that the screening page asks.'
}
