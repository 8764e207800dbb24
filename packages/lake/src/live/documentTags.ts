import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {slugOf} from '../store/slugOf.ts'
import {fieldTag, itemTag} from './tagNames.ts'

/** Tags of everything about a document that a filter can ask for by value: type, slug, references, members, items. */
export function documentTags(document: LakeDocument): ReadonlySet<string> {
  let tags = known.get(document)
  if (!tags) known.set(document, (tags = collect(document)))
  return tags
}

// Documents are never changed once made, and one change is told to many.
const known = new WeakMap<LakeDocument, ReadonlySet<string>>()

function collect(document: LakeDocument): Set<string> {
  const type = document._type
  const tags = new Set([`type:${type}`])
  const add = (tag: string | undefined): unknown => tag !== undefined && tags.add(tag)
  const slug = slugOf(document)
  if (slug !== undefined) tags.add(`slug:${slug}`)
  for (const target of collectReferences(document).keys()) tags.add(`ref:${target}`)
  const visit = (value: object, path: string): void => {
    for (const [name, member] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`
      if (Array.isArray(member)) for (const item of member) add(itemTag(type, at, item))
      else if (isJsonObject(member)) visit(member, at)
      else add(fieldTag(type, at, member))
    }
  }
  visit(document, '')
  return tags
}
