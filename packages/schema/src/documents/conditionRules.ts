import type {Finding} from '../fields/findings.ts'
import {entryPath, findings} from '../fields/findings.ts'
import {isEmpty} from '../fields/isEmpty.ts'
import {isRecord} from '../fields/isRecord.ts'
import {records} from '../fields/records.ts'

/** Every condition but “Anyone” has a question for the screening page. */
export function hasQuestion(question: unknown, condition: unknown): true | string {
  if (!isRecord(condition) || condition['kind'] === 'anyone') return true
  return !isEmpty(question) || 'Write the question that the screening page asks.'
}

/** Finds stages whose key an earlier stage has. */
export function findRepeatedKeys(stages: unknown): true | Finding[] {
  const list = records(stages)
  const keys = list.map((stage) => stage['key'])
  return findings(
    list.flatMap((stage, index) =>
      typeof stage['key'] === 'string' && keys.indexOf(stage['key']) < index
        ? [{message: `Another stage has the key “${stage['key']}”.`, path: entryPath(stage, index, 'key')}]
        : [],
    ),
  )
}
