import {foreignTarget} from '../crossDataset/foreignTarget.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** The documents that a document points at, each with whether one of its references is strong. */
export type ReferenceTargets = ReadonlyMap<string, {strong: boolean}>

/**
 * Finds every reference in a document. Those into other datasets or projects are listed twice: by their id alone, for
 * `references()`, never as strong, and by a target that names the dataset.
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
      const foreign = foreignTargetOf(value, target)
      if (foreign)
        found.set(foreign, {strong: value['_weak'] !== true || found.get(foreign)?.strong === true})
    }
    for (const member of Object.values(value)) {
      if (typeof member === 'object' && member !== null) visit(member)
    }
  }
  visit(document)
  return found
}

// A reference into another dataset has a target of its own kind, which says which dataset.
function foreignTargetOf({_dataset, _projectId}: JsonObject, id: string): string | undefined {
  if (typeof _dataset !== 'string' || _dataset === '') return undefined
  return foreignTarget({projectId: typeof _projectId === 'string' ? _projectId : '', dataset: _dataset, id})
}

function isStrong(reference: JsonObject): boolean {
  return (
    reference['_weak'] !== true &&
    reference['_dataset'] === undefined &&
    reference['_projectId'] === undefined
  )
}
