import {isPublicId, isPublishedId, publishedIdOf} from '../documents/documentIds.ts'
import {SortedIds} from './SortedIds.ts'

const NONE = new SortedIds()

/** The ids of all documents of a dataset and their types, held in memory: by type, by who may read them, by variant. */
export class DocumentIds {
  readonly all = new SortedIds()
  readonly #types = new Map<string, string>()
  readonly #byType = new Map<string, SortedIds>()
  readonly #publishedByType = new Map<string, SortedIds>()
  readonly #publicByType = new Map<string, SortedIds>()
  readonly #variants = new Map<string, SortedIds>()

  has(id: string): boolean {
    return this.#types.has(id)
  }

  typeOf(id: string): string | undefined {
    return this.#types.get(id)
  }

  types(): IterableIterator<string> {
    return this.#byType.keys()
  }

  ofType(type: string): SortedIds {
    return this.#byType.get(type) ?? NONE
  }

  /** Those of a type that are neither drafts nor versions; with `isPublic`, only those that anybody may read. */
  publishedOfType(type: string, isPublic: boolean): SortedIds {
    return (isPublic ? this.#publicByType : this.#publishedByType).get(type) ?? NONE
  }

  /** Drafts and versions of a published id (and not itself), ascending. */
  variantsOf(publishedId: string): readonly string[] {
    return this.#variants.get(publishedId)?.values ?? []
  }

  /** Says of which type a document is now; of none when it is gone. */
  set(id: string, type: string | undefined): void {
    if (type === this.#types.get(id)) return
    this.#delete(id)
    if (type === undefined) return
    this.#types.set(id, type)
    this.all.add(id)
    addTo(this.#byType, type, id)
    if (!isPublishedId(id)) addTo(this.#variants, publishedIdOf(id), id)
    else addTo(this.#publishedByType, type, id)
    if (isPublicId(id)) addTo(this.#publicByType, type, id)
  }

  #delete(id: string): void {
    const type = this.#types.get(id)
    if (type === undefined) return
    this.#types.delete(id)
    this.all.delete(id)
    removeFrom(this.#byType, type, id)
    removeFrom(this.#publishedByType, type, id)
    removeFrom(this.#publicByType, type, id)
    if (!isPublishedId(id)) removeFrom(this.#variants, publishedIdOf(id), id)
  }
}

function addTo(index: Map<string, SortedIds>, key: string, id: string): void {
  let ids = index.get(key)
  if (!ids) index.set(key, (ids = new SortedIds()))
  ids.add(id)
}

function removeFrom(index: Map<string, SortedIds>, key: string, id: string): void {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}
