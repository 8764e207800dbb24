import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'
import {uniqueDocuments} from './uniqueDocuments.ts'

const newestFirst: PageKey = {param: 'afterPublishedAt', path: ['publishedAt'], defaultLimit: 20}

// GROQ cannot make a list of documents unique, and an article may name one several times.
const referredTo = ['exercises', 'citations', 'carePathways', 'people']

/** Reads articles. Queries are loaded when first used, so that a page pays for those alone that it reads. */
export function articleMethods<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'article' | 'articles'> {
  return {
    async article(slug, {language = null, ...options} = {}) {
      const {articleBySlug} = await import('../generated/articleBySlug.ts')
      return reader.one(articleBySlug, {slug, language}, options, (result) =>
        uniqueDocuments(result, referredTo),
      )
    },
    async articles({language, kind, bodyRegion, topic, audience, author, text, ...options} = {}) {
      const own = orNull({language, kind, bodyRegion})
      if (topic === undefined && audience === undefined && author === undefined && text === undefined) {
        const {articles} = await import('../generated/articles.ts')
        return readPage(reader, articles, own, newestFirst, options)
      }
      const {articlesMatching} = await import('../generated/articlesMatching.ts')
      const params = {...own, ...orNull({topic, condition: audience, author, text})}
      return readPage(reader, articlesMatching, params, newestFirst, options)
    },
  }
}
