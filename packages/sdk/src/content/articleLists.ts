import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'

const newestFirst: PageKey = {param: 'afterPublishedAt', path: ['publishedAt'], defaultLimit: 20}

/** Reads pages of articles. */
export function articleLists<S extends Strictness>(reader: Reader<S>): Pick<Content<S>, 'articles'> {
  return {
    async articles({language, kind, bodyRegion, topic, audience, author, text, ...options} = {}) {
      const own = orNull({language, kind, bodyRegion})
      if (topic === undefined && audience === undefined && author === undefined && text === undefined) {
        const {articlesLight} = await import('../generated/articles.light.ts')
        return readPage(reader, articlesLight, own, newestFirst, options)
      }
      const {articlesMatchingLight} = await import('../generated/articlesMatching.light.ts')
      const params = {...own, ...orNull({topic, condition: audience, author, text})}
      return readPage(reader, articlesMatchingLight, params, newestFirst, options)
    },
  }
}
