import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** The content of a document, as the patches of the log know it. */
export function withoutRevision(document: LakeDocument): JsonObject {
  const {_rev: _, ...content} = document
  return content
}

/** A document again, from its content and its revision; undefined where there was none. */
export function restored(state: unknown, revision: string | undefined): LakeDocument | undefined {
  if (!isJsonObject(state) || revision === undefined) return undefined
  const document = {...state, _rev: revision}
  return isLakeDocument(document) ? document : undefined
}
