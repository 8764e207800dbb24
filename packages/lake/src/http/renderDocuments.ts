import {tooLarge} from '../engine/renderAnswer.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {WholeAnswer} from './WholeAnswer.ts'

/**
 * Writes documents as a JSON array, one after the other.
 * @throws LakeError `tooLarge` naming the limit, before more than that is in memory.
 */
export function renderDocuments(
  documents: Iterable<object>,
  {maxResultBytes}: Pick<LakeLimits, 'maxResultBytes'>,
): string {
  const texts: string[] = []
  let bytes = 0
  for (const document of documents) {
    const text = JSON.stringify(document)
    bytes += Buffer.byteLength(text)
    if (bytes > maxResultBytes) throw tooLarge(maxResultBytes)
    texts.push(text)
  }
  return `[${texts.join(',')}]`
}

/** An answer whose JSON is there as text. */
export function jsonAnswer(request: Request, text: string): Response {
  return WholeAnswer.to(request, Buffer.from(text), {'content-type': 'application/json'})
}
