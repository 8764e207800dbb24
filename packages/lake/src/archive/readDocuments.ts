import {createHash} from 'node:crypto'
import {assertValidId} from '../documents/documentIds.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseStrictJson} from '../json/parseStrictJson.ts'
import {completeLimits} from '../LakeLimits.ts'
import {readLines} from './readLines.ts'
import type {Line} from './readLines.ts'

// As deep as what comes over HTTP may be.
const LIMITS = completeLimits(undefined)

/** A document as it stands in a file, and where. */
export type SourceDocument = {document: JsonObject & {_id: string; _type: string}; line: number}

/**
 * Reads the documents of a file, one at a time. One without an id gets the same one at every reading, so that an import
 * that goes on writes none twice. Documents of the system are left out, except releases, as the official import does.
 * @throws LakeError `badRequest` naming file, line, document and what to do.
 */
export async function* readDocuments(
  file: string,
  name: string,
  {maxLineBytes}: {maxLineBytes: number},
): AsyncGenerator<SourceDocument> {
  for await (const line of readLines(file, name, maxLineBytes)) {
    const document = readDocument(line, name)
    if (document._id.startsWith('_.') && !document._id.startsWith('_.releases.')) continue
    yield {document, line: line.number}
  }
}

function readDocument(line: Line, name: string): SourceDocument['document'] {
  const place = `${name}, line ${line.number}`
  const document = parseLine(line.text, place)
  const type = document['_type']
  const id = document['_id'] ?? madeUpId(line)
  if (typeof type !== 'string' || type === '')
    throw new LakeError(
      'badRequest',
      `${place}: ${named(id)} needs a "_type", the name of its type as a text.`,
    )
  try {
    assertValidId(id)
  } catch (cause) {
    throw new LakeError('badRequest', `${place}: ${reasonOf(cause)}`, {
      cause,
    })
  }
  return {...document, _id: id, _type: type}
}

function parseLine(text: string, place: string): JsonObject {
  let value: unknown
  try {
    value = parseStrictJson(text, LIMITS)
  } catch (cause) {
    throw new LakeError('badRequest', `${place}: ${reasonOf(cause)} Each line is one whole document.`, {
      cause,
    })
  }
  if (isJsonObject(value)) return value
  throw new LakeError('badRequest', `${place}: not a document. Each line is one JSON object.`)
}

// The rule alone: nothing is being mutated here.
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return message.replace(/^The mutation\(s\) failed: /, '')
}

function named(id: unknown): string {
  return typeof id === 'string' ? `document "${id}"` : 'a document'
}

// From the line and its place, in the form of a UUID.
function madeUpId({text, number}: Line): string {
  const hash = createHash('sha256').update(`${number}:${text}`).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-')
}
