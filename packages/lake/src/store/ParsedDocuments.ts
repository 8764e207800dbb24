import {resolveAssetUrl} from '../assets/resolveAssetUrl.ts'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {deepFreeze} from '../json/deepFreeze.ts'
import {parseJson} from '../json/parseJson.ts'
import {DocumentCache} from './DocumentCache.ts'
import type {DocumentStatements} from './prepareDocumentStatements.ts'

/** Documents as they are handed out: parsed, frozen and shared; as many are kept as there is room for. */
export class ParsedDocuments {
  readonly #cache: DocumentCache
  readonly #publicUrl: () => string
  readonly #content: DocumentStatements['content']
  readonly #dataset: string
  #read = 0

  constructor(
    {content}: Pick<DocumentStatements, 'content'>,
    dataset: string,
    {cacheBytes, publicUrl}: {cacheBytes: number; publicUrl: () => string},
  ) {
    this.#content = content
    this.#dataset = dataset
    this.#cache = new DocumentCache(cacheBytes)
    this.#publicUrl = publicUrl
  }

  /** How many were read from the database so far. */
  get read(): number {
    return this.#read
  }

  /** How many are kept. */
  get size(): number {
    return this.#cache.size
  }

  /** A document that the database has. @throws LakeError `damaged`. */
  get(id: string): LakeDocument | undefined {
    const cached = this.#cache.get(id)
    if (cached) return cached
    this.#read += 1
    const content = this.#content.get(this.#dataset, id)?.['content']
    if (typeof content !== 'string') return undefined
    return this.set(id, parseStored(id, content), content.length)
  }

  /** Keeps a document; `length` is that of its text. */
  set(id: string, document: LakeDocument, length: number): LakeDocument {
    const shown = deepFreeze(resolveAssetUrl(document, this.#publicUrl()))
    this.#cache.set(id, shown, length)
    return shown
  }

  delete(id: string): void {
    this.#cache.delete(id)
  }
}

function parseStored(id: string, content: string): LakeDocument {
  let stored: unknown
  try {
    stored = parseJson(content)
  } catch {
    stored = undefined
  }
  if (isLakeDocument(stored)) return stored
  throw new LakeError('damaged', `The stored text of document "${id}" is not a document: run "lake check".`)
}
