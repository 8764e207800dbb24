import type {Finding} from '../../fields/findings.ts'
import {entryPath, findings} from '../../fields/findings.ts'
import {isEmpty} from '../../fields/isEmpty.ts'
import {isRecord} from '../../fields/isRecord.ts'
import {records} from '../../fields/records.ts'
import {refOf} from '../../fields/refOf.ts'

/** Checks the discouraged exercises: each has a reason and an alternative, and none is recommended as well. */
export function checkDiscouraged(discourages: unknown, article: unknown): true | Finding[] {
  return findings(
    records(discourages).flatMap((use, index) => [
      ...findMissing(use, index),
      ...findAlsoRecommended(use, index, article),
    ]),
  )
}

function findMissing(use: Record<string, unknown>, index: number): Finding[] {
  const found: Finding[] = []
  if (isEmpty(use['reason'])) {
    found.push({
      message: 'Say why the article advises against this exercise.',
      path: entryPath(use, index, 'reason'),
    })
  }
  if (records(use['alternatives']).length === 0 && isEmpty(use['noAlternativeReason'])) {
    found.push({
      message: 'Add an exercise to do instead, or say why there is none.',
      path: entryPath(use, index, 'alternatives'),
    })
  }
  return found
}

function findAlsoRecommended(use: Record<string, unknown>, index: number, article: unknown): Finding[] {
  const exercise = refOf(use['exercise'])
  if (exercise === undefined) return []
  const recommended = records(isRecord(article) ? article['recommends'] : undefined)
  return recommended.some((other) => refOf(other['exercise']) === exercise && shareReaders(use, other))
    ? [
        {
          message:
            'The article also recommends this exercise to the same readers. Take it off one list, or give each a different “Only for”.',
          path: entryPath(use, index, 'exercise'),
        },
      ]
    : []
}

// An empty audience means everybody whom the article is written for, so it overlaps with every other.
function shareReaders(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const first = records(one['audience']).map((reference) => refOf(reference))
  const second = new Set(records(other['audience']).map((reference) => refOf(reference)))
  return first.length === 0 || second.size === 0 || first.some((condition) => second.has(condition))
}
