import type {ReaderOptions} from '../client/contentOptions.ts'
import type {ContentSource} from '../client/contentSource.ts'
import {createReader, type Reader} from '../client/createReader.ts'
import {seesUnpublished} from '../client/perspective.ts'
import {pickDrafts, pickPublished, type Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'

/** Makes the content object over any source; the perspective decides how strict results are checked. */
export function createContentFrom(
  source: ContentSource,
  options: ReaderOptions & {readonly perspective?: 'published'},
): Content
export function createContentFrom(source: ContentSource, options: ReaderOptions): Content | Content<'drafts'>
export function createContentFrom(
  source: ContentSource,
  options: ReaderOptions,
): Content | Content<'drafts'> {
  return seesUnpublished(options.perspective ?? 'published')
    ? methodsOf(createReader(source, options, pickDrafts))
    : methodsOf(createReader(source, options, pickPublished))
}

function methodsOf<S extends Strictness>(reader: Reader<S>): Content<S> {
  return {
    query: (query, params = {}, options) => reader.one(query, params, options),
    queryList: (query, params = {}, options) => reader.list(query, params, options),
  }
}
