import type {Path, SanityDocument, Schema, SchemaTypeDefinition, ValidationMarker} from '@sanity/types'
import {validateDocument} from '@sanity/validation'
import {validateDocumentInternal} from '@sanity/validation/_internal'
import {compileSchema} from './compileSchema.ts'
import {createListClient} from './createListClient.ts'

/** A document as it is written to the lake: the lake adds the other system fields. */
export interface ContentDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

/** Something that Sanity's validation says of a document. Errors hold back publishing, the others do not. */
export interface ContentMarker {
  documentId: string
  documentType: string
  /** Where in the document, as in `steps[_key=="a"].text`; empty for the document itself. */
  path: string
  level: 'error' | 'warning' | 'info'
  /** The sentence that an editor reads. */
  message: string
  /** Machine-readable name of the rule, such as `value.required`. */
  code: string
}

interface ValidateContentOptions {
  /** Documents as they are stored. References are looked up among them. */
  documents: readonly ContentDocument[]
  /** Ids of those to validate, all unless given; the others are there to be referred to. */
  ids?: readonly string[]
  /** Types to validate against, when a Studio has added rules to them; those of this package unless given. */
  types?: readonly SchemaTypeDefinition[]
}

/**
 * Validates documents with Sanity's own validation, custom rules included, without a browser or a server:
 * references and the uniqueness of slugs are decided among the documents of the list. Fields and types that
 * the schema does not know are reported too, as warnings and errors.
 *
 * @returns one marker for each thing found, in the order of the documents; empty when nothing was found
 * @example
 * ```ts
 * const markers = await validateContent({documents: sampleDocuments})
 * const errors = markers.filter((marker) => marker.level === 'error')
 * ```
 */
export async function validateContent({
  documents,
  ids,
  types,
}: ValidateContentOptions): Promise<ContentMarker[]> {
  const schema = compileSchema(types)
  const stored = documents.map(withSystemFields)
  const client = createListClient(stored)
  const known = new Set(documents.map(({_id: id}) => id))
  const getDocumentExists = ({id}: {id: string}) => Promise.resolve(known.has(id))
  const markers: ContentMarker[] = []
  for (const document of stored) {
    const {_id: id, _type: type} = document
    if (ids !== undefined && !ids.includes(id)) continue
    if (schema.get(type) === undefined) {
      markers.push(unknownType(document))
      continue
    }
    const found = await validateDocumentInternal({
      document,
      schema,
      getClient: () => client,
      getDocumentExists,
      // The other environment, `cli`, turns every rule on an object into a mere warning.
      environment: 'studio',
    })
    const unknown = await findUnknownFields(document, schema)
    markers.push(...[...found, ...unknown].map((marker) => toContentMarker(marker, document)))
  }
  return markers
}

/** Only the `cli` environment of Sanity's validation looks for fields that the schema does not know. */
async function findUnknownFields(document: SanityDocument, schema: Schema): Promise<ValidationMarker[]> {
  const {markers} = await validateDocument({
    document,
    schema,
    customValidation: false,
    getDocumentExists: () => Promise.resolve(true),
  })
  return markers.filter((marker) => marker.code === 'object.unknown-field')
}

function toContentMarker(
  marker: ValidationMarker,
  {_id: documentId, _type: documentType}: ContentDocument,
): ContentMarker {
  const {path, level, message, code} = marker
  return {
    documentId,
    documentType,
    path: formatPath(path),
    level,
    message,
    code: code ?? 'custom',
  }
}

function unknownType({_id: documentId, _type: documentType}: ContentDocument): ContentMarker {
  return {
    documentId,
    documentType,
    path: '',
    level: 'error',
    message: `The schema has no document type "${documentType}".`,
    code: 'document.unknown-type',
  }
}

const LONG_AGO = '1970-01-01T00:00:00Z'

// The lake sets these; rules that query the list may ask for them.
function withSystemFields(document: ContentDocument): SanityDocument {
  return {_rev: 'list', _createdAt: LONG_AGO, _updatedAt: LONG_AGO, ...document}
}

function formatPath(path: Path): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'string') return text === '' ? segment : `${text}.${segment}`
    if (typeof segment === 'number') return `${text}[${segment}]`
    if (Array.isArray(segment)) return `${text}[${segment.join(':')}]`
    const {_key: key} = segment
    return `${text}[_key=="${key}"]`
  }, '')
}
