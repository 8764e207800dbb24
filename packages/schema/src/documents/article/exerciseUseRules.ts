import type {Finding} from '../../fields/findings.ts'
import {entryPath, findings} from '../../fields/findings.ts'
import {isEmpty} from '../../fields/isEmpty.ts'
import {records} from '../../fields/records.ts'

/**
 * Finds discouraged exercises without a reason. Whether the alternatives hold, and whether the article also
 * recommends the exercise, depends on other documents: the safety rules decide that.
 */
export function findMissingReasons(discourages: unknown): true | Finding[] {
  return findings(
    records(discourages).flatMap((use, index) =>
      isEmpty(use['reason'])
        ? [
            {
              message: 'Say why the article advises against this exercise.',
              path: entryPath(use, index, 'reason'),
            },
          ]
        : [],
    ),
  )
}
