import type {DocumentView} from './DocumentView.ts'
import {piecesOf} from './searchPieces.ts'
import {textsOf} from './textsOf.ts'

/**
 * The texts of a document for a search, by what the look-up carries; undefined where none can be what is searched.
 * `onRead` is called along the way and may throw to end it.
 */
export type TextSearch = (lookup: string, onRead: () => void) => readonly string[] | undefined

// Stands between what is searched for and the id of the document: neither can contain it.
const BEFORE_ID = '\u0001'

/** So many are read and searched in less time than the database takes to look through all. */
export const WORTH_ASKING = 2000

/** What a look-up of texts carries before the id: the pieces of words without which the pattern cannot match. */
export function textLookupPrefix(pattern: string): string {
  return `${piecesOf(pattern).join(' ')}${BEFORE_ID}`
}

/**
 * Looks texts up for one query. Where many documents are searched, the database says once which have the pieces at all:
 * most need neither be parsed nor taken apart.
 */
export function createTextSearch(view: DocumentView): TextSearch {
  const asked = new Map<string, number>()
  const having = new Map<string, ReadonlySet<string>>()
  const mayHave = (pieces: string, id: string, onRead: () => void): boolean => {
    // Everybody would wait while the database looks, and it does not know of what a transaction changes.
    if (pieces === '' || view.isServing || view.changed) return true
    const count = (asked.get(pieces) ?? 0) + 1
    asked.set(pieces, count)
    if (count <= WORTH_ASKING) return true
    let ids = having.get(pieces)
    if (!ids) having.set(pieces, (ids = view.source.idsHaving(pieces.split(' '), onRead)))
    return ids.has(view.storedId(id) ?? '')
  }
  return (lookup, onRead) => {
    const end = lookup.indexOf(BEFORE_ID)
    const id = lookup.slice(end + 1)
    const document = mayHave(lookup.slice(0, end), id, onRead) ? view.resolve(id) : undefined
    return document && textsOf(document)
  }
}
