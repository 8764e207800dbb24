import {evaluate, parse} from 'groq-js'
import type {ContentSource} from '../client/contentSource.ts'
import {seesUnpublished} from '../client/perspective.ts'
import {overlayDocuments, type TestDocument} from './overlayDocuments.ts'

// What the lake adds to every stored document.
const STORED_FIELDS = {_rev: 'test', _createdAt: '1970-01-01T00:00:00Z', _updatedAt: '1970-01-01T00:00:00Z'}

/**
 * Answers queries from documents in memory by groq-js: the same GROQ, without a network.
 *
 * @param withToken whether `published` shows what is not public
 */
export function createDocumentsSource(
  documents: readonly TestDocument[],
  now: () => number,
  withToken = false,
): ContentSource {
  const stored = asStored(documents).map((document) => ({...STORED_FIELDS, ...document}))
  // "Documents under a sub-path, with a dot in the id, are never public" (Sanity docs, Access control).
  const open = stored.filter(({_id: id}) => !id.includes('.'))
  return {
    // Documents in memory never change: a live read gives its result once and waits.
    async events({tell}) {
      tell({type: 'connected', id: null})
    },
    async fetch({query, params: given, perspective}) {
      const params = asStored(given)
      const tree = parse(query, {params})
      const readable = withToken || seesUnpublished(perspective) ? stored : open
      // A lake gives documents by their ids where a query does not say.
      const dataset = overlayDocuments(readable, perspective).toSorted((a, b) => (a._id < b._id ? -1 : 1))
      const value = await evaluate(tree, {dataset, params, timestamp: new Date(now())})
      const result: unknown = await value.get()
      return {result: asStored(result), syncTags: [], etag: null}
    },
  }
}

// What is left of a value on its way over HTTP: a copy without fields that are undefined, with dates as texts.
function asStored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}
