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
  const stored = documents.map((document) => ({...STORED_FIELDS, ...document}))
  // "Documents under a sub-path, with a dot in the id, are never public" (Sanity docs, Access control).
  const open = stored.filter(({_id: id}) => !id.includes('.'))
  return {
    // Documents in memory never change: a live read gives its result once and waits.
    async events({tell}) {
      tell({type: 'connected', id: null})
    },
    async fetch({query, params, perspective}) {
      const tree = parse(query, {params: {...params}})
      const readable = withToken || seesUnpublished(perspective) ? stored : open
      const dataset = overlayDocuments(readable, perspective)
      const value = await evaluate(tree, {dataset, params: {...params}, timestamp: new Date(now())})
      // A copy, as over HTTP: what a caller does to a result must not reach the documents.
      const result: unknown = await value.get()
      return {result: structuredClone(result), syncTags: [], etag: null}
    },
  }
}
