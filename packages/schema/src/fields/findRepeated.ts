import type {Finding} from './findings.ts'
import {entryPath, findings} from './findings.ts'
import {records} from './records.ts'
import {refOf} from './refOf.ts'

/** Finds entries whose key field (a text or a reference) an earlier entry has; `say` makes the sentence. */
export function findRepeated(list: unknown, field: string, say: (value: string) => string): true | Finding[] {
  const entries = records(list)
  const values = entries.map((entry) => refOf(entry[field]) ?? entry[field])
  return findings(
    entries.flatMap((entry, index) => {
      const value = values[index]
      return typeof value === 'string' && values.indexOf(value) < index
        ? [{message: say(value), path: entryPath(entry, index, field)}]
        : []
    }),
  )
}
