import {fnv1a} from '../fnv1a.ts'
import type {ScreeningData} from './screeningContent.ts'

/** A hash of the ids and revisions of the content, in whatever order it comes. */
export function fingerprintOf({
  exercises,
  contraindications,
  movementPatterns,
  conditions,
}: ScreeningData): string {
  const documents = [exercises, contraindications, movementPatterns, conditions].flat()
  const versions = documents.map((one) => `${one._id}@${one._rev ?? ''}`)
  return fnv1a(versions.toSorted().join('\n'))
}
