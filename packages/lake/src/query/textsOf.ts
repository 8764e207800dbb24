import {isJsonObject} from '../json/isJsonObject.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'

const known = new WeakMap<LakeDocument, string[]>()

/** Every text in a document, except in members that begin with `_` (ids, types, keys): what a search looks through. */
export function textsOf(document: LakeDocument): string[] {
  let texts = known.get(document)
  if (!texts) {
    texts = []
    collect(document, texts)
    known.set(document, texts)
  }
  return texts
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, texts)
  else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) if (!name.startsWith('_')) collect(member, texts)
  }
}
