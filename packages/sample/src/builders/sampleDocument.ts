/** A document as the sample content holds it; the lake adds the revision and the times. */
export interface SampleDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

function kebab(type: string): string {
  return type.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The id of a sample document: its type in kebab case and a readable name. */
export function documentId(type: string, name: string): string {
  return `${kebab(type)}-${name}`
}

/** A document without an address of its own, such as an organization or a citation. */
export function plainDocument(
  type: string,
  name: string,
  fields: Readonly<Record<string, unknown>>,
): SampleDocument {
  return {_id: documentId(type, name), _type: type, ...fields}
}

/** A document with a slug, which is also the readable part of its id. */
export function sluggedDocument(
  type: string,
  slug: string,
  fields: Readonly<Record<string, unknown>>,
): SampleDocument {
  return plainDocument(type, slug, {slug: {_type: 'slug', current: slug}, ...fields})
}
