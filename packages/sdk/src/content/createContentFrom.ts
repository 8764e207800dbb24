import {systemClock} from '../client/clock.ts'
import type {ReaderOptions} from '../client/contentOptions.ts'
import type {ContentSource} from '../client/contentSource.ts'
import {createReader} from '../client/createReader.ts'
import type {Reader} from '../client/reader.ts'
import {seesUnpublished} from '../client/perspective.ts'
import {pickDrafts, pickPublished, type Strictness} from '../validation/strictness.ts'
import {articleMethods} from './articleMethods.ts'
import type {Content} from './content.ts'
import {exerciseMethods} from './exerciseMethods.ts'
import {referenceMethods} from './referenceMethods.ts'
import {safetyMethods} from './safetyMethods.ts'

/** Makes the content object over any source; the perspective decides how strict results are checked. */
export function createContentFrom(
  source: ContentSource,
  options: ReaderOptions & {readonly perspective?: 'published'},
): Content
export function createContentFrom(source: ContentSource, options: ReaderOptions): Content<'drafts'>
export function createContentFrom(
  source: ContentSource,
  options: ReaderOptions,
): Content | Content<'drafts'> {
  const {clock = systemClock} = options
  const now = () => clock.now()
  return seesUnpublished(options.perspective ?? 'published')
    ? methodsOf(createReader(source, options, pickDrafts), now)
    : methodsOf(createReader(source, options, pickPublished), now)
}

function methodsOf<S extends Strictness>(reader: Reader<S>, now: () => number): Content<S> {
  return {
    ...articleMethods(reader),
    ...exerciseMethods(reader),
    ...safetyMethods(reader),
    ...referenceMethods(reader),
    async screen(screening) {
      const {screenContent} = await import('../safety/screenContent.ts')
      return screenContent(reader, screening, now)
    },
    query: (query, ...args) => reader.one(query, args[0] ?? {}, args[1]),
    async queryList(query, ...args) {
      const {items, problems, syncTags} = await reader.list(query, args[0] ?? {}, args[1])
      return {items, problems, syncTags}
    },
  }
}
