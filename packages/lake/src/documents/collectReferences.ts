import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** The documents that a document points at, each with whether one of its references is strong. */
export type ReferenceTargets = ReadonlyMap<string, {strong: boolean}>

/**
 * Finds every reference in a document. Those into other datasets or projects are listed too, for `references()`, but
 * never as strong: their existence is not this dataset's concern.
 */
export function collectReferences(document: unknown): ReferenceTargets {
  if (!isJsonObject(document)) return NONE
  let targets = known.get(document)
  if (!targets) known.set(document, (targets = collect(document)))
  return targets
}

const NONE: ReferenceTargets = new Map()

// Documents are never changed once made: a write asks for the same one's references several times.
const known = new WeakMap<object, ReferenceTargets>()

function collect(document: JsonObject): ReferenceTargets {
  const found = new Map<string, {strong: boolean}>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item)
      return
    }
    if (!isJsonObject(value)) return
    const target = value['_ref']
    if (typeof target === 'string' && target !== '') {
      found.set(target, {strong: isStrong(value) || found.get(target)?.strong === true})
    }
    for (const member of Object.values(value)) {
      if (typeof member === 'object' && member !== null) visit(member)
    }
  }
  visit(document)
  return found
}

function isStrong(reference: JsonObject): boolean {
  return (
    reference['_weak'] !== true &&
    reference['_dataset'] === undefined &&
    reference['_projectId'] === undefined
  )
}
