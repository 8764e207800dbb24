import {systemClock} from '../core.ts'
import type {ReaderOptions} from '../client/contentOptions.ts'
import type {ContentSource} from '../client/contentSource.ts'
import {createReader} from '../client/createReader.ts'
import {seesUnpublished} from '../client/perspective.ts'
import {pickDrafts, pickPublished, type SchemaPicker, type Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import type * as contentFeed from '../feeds/contentFeed.ts'
import {documentMethods} from './documentMethods.ts'

/** Makes the content object over any source; the perspective decides how strict results are checked. */
export function createContentFrom(
  source: ContentSource,
  options: ReaderOptions & {readonly perspective?: 'published' | undefined},
): Content
export function createContentFrom(source: ContentSource, options: ReaderOptions): Content<'drafts'>
export function createContentFrom(
  source: ContentSource,
  options: ReaderOptions,
): Content | Content<'drafts'> {
  return seesUnpublished(options.perspective)
    ? createLenientContent(source, options)
    : createStrictContent(source, options)
}

/** Content whose results are all that is promised of what is published. */
export function createStrictContent(
  source: ContentSource,
  options: ReaderOptions,
  pick: SchemaPicker<'published'> = pickPublished,
): Content {
  return contentOf(source, options, pick, ({publishedFeed}) => publishedFeed)
}

/** Content of which any field may be missing. */
export function createLenientContent(
  source: ContentSource,
  options: ReaderOptions,
  pick: SchemaPicker<'drafts'> = pickDrafts,
): Content<'drafts'> {
  return contentOf(source, options, pick, ({draftsFeed}) => draftsFeed)
}

function contentOf<S extends Strictness>(
  source: ContentSource,
  options: ReaderOptions,
  pick: SchemaPicker<S>,
  feedOf: (feeds: typeof contentFeed) => contentFeed.ReadFeed<S>,
): Content<S> {
  const {perspective, clock = systemClock} = options
  const reader = createReader(source, options, pick)
  // Who sees what is not published sees what is not out yet, too.
  const seesAll = seesUnpublished(perspective)
  const outBy = () => (seesAll ? Infinity : clock.now())
  const lists = async () => (await import('./listMethods.ts')).listMethods(reader, clock, outBy)
  return {
    ...documentMethods(reader, outBy),
    articles: async (options) => (await lists()).articles(options),
    exercises: async (options) => (await lists()).exercises(options),
    contraindications: async (options) => (await lists()).contraindications(options),
    conditions: async (options) => (await lists()).conditions(options),
    movementPatterns: async (options) => (await lists()).movementPatterns(options),
    carePathways: async (options) => (await lists()).carePathways(options),
    citations: async (options) => (await lists()).citations(options),
    people: async (options) => (await lists()).people(options),
    glossary: async (options) => (await lists()).glossary(options),
    topics: async (options) => (await lists()).topics(options),
    async screen(screening) {
      const {screenContent} = await import('../safety/screenContent.ts')
      return screenContent(reader, screening, clock.now())
    },
    async feed(key, request) {
      const readFeed = feedOf(await import('../feeds/contentFeed.ts'))
      return readFeed(reader, key, request, clock.now())
    },
    query: (query, ...[params = {}, options]) => reader.one(query, params, options),
    live(query, ...args) {
      const open = async () => {
        const {liveQuery} = await import('../live/liveQuery.ts')
        return liveQuery(source, reader, query, args, seesAll)
      }
      return {
        // By hand: a generator could not be told to return while it is waited for.
        [Symbol.asyncIterator]() {
          const results = open()
          return {next: async () => (await results).next(), return: async () => (await results).return()}
        },
      }
    },
    async queryList(query, ...[params = {}, options]) {
      const {readWholeList} = await import('../client/readList.ts')
      return readWholeList(reader, query, params, options)
    },
  }
}
