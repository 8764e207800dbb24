import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {parseJson} from '../json/parseJson.ts'

/** A stored text as a document; undefined when it is none. */
export function readStored(content: unknown): LakeDocument | undefined {
  const document = parseOrNothing(content)
  return isLakeDocument(document) ? document : undefined
}

/** A stored text as the list that it should be; undefined when it is none. */
export function readList(text: unknown): unknown[] | undefined {
  const list = parseOrNothing(text)
  return Array.isArray(list) ? list : undefined
}

/** Whether a stored text is JSON at all. */
export function isReadable(text: unknown): boolean {
  return parseOrNothing(text) !== undefined
}

function parseOrNothing(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
