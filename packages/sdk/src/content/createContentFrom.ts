import {systemClock} from '../client/clock.ts'
import type {ReaderOptions} from '../client/contentOptions.ts'
import type {ContentSource} from '../client/contentSource.ts'
import {createReader} from '../client/createReader.ts'
import {seesUnpublished} from '../client/perspective.ts'
import type {Reader} from '../client/reader.ts'
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
  if (seesUnpublished(options.perspective ?? 'published')) {
    const reader = createReader(source, options, pickDrafts)
    const feed: Content<'drafts'>['feed'] = async (key, request = {}) => {
      const {readFeedData, resolveContentFeed} = await loadFeeds()
      return resolveContentFeed(await readFeedData(reader, request), key, request, clock.now())
    }
    return {...methodsOf(source, reader, options), feed}
  }
  const reader = createReader(source, options, pickPublished)
  const feed: Content['feed'] = async (key, request = {}) => {
    const {readFeedData, resolveContentFeed} = await loadFeeds()
    return resolveContentFeed(await readFeedData(reader, request), key, request, clock.now())
  }
  return {...methodsOf(source, reader, options), feed}
}

/** Feeds are resolved where it is known which articles they hold: strict ones or lenient ones. */
async function loadFeeds() {
  const [{readFeedData}, {resolveContentFeed}] = await Promise.all([
    import('../feeds/fetchFeedData.ts'),
    import('../feeds/resolveContentFeed.ts'),
  ])
  return {readFeedData, resolveContentFeed}
}

function methodsOf<S extends Strictness>(
  source: ContentSource,
  reader: Reader<S>,
  {perspective = 'published', clock = systemClock}: ReaderOptions,
): Omit<Content<S>, 'feed'> {
  return {
    ...articleMethods(reader),
    ...exerciseMethods(reader),
    ...safetyMethods(reader),
    ...referenceMethods(reader),
    async screen(screening) {
      const {screenContent} = await import('../safety/screenContent.ts')
      return screenContent(reader, screening, () => clock.now())
    },
    query: (query, ...args) => reader.one(query, args[0] ?? {}, args[1]),
    async *live(query, ...args) {
      const {liveQuery} = await import('../live/liveQuery.ts')
      const request = {query, params: args[0] ?? {}, options: args[1] ?? {}}
      yield* liveQuery(source, reader, {...request, includeDrafts: seesUnpublished(perspective)})
    },
    async queryList(query, ...args) {
      const {items, problems, syncTags} = await reader.list(query, args[0] ?? {}, args[1])
      return {items, problems, syncTags}
    },
  }
}
