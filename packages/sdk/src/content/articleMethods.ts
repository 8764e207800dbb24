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
    async articles({language, kind, topic, audience, bodyRegion, author, text, ...options} = {}) {
      const {articles} = await import('../generated/articles.ts')
      const filter = {language, kind, topic, condition: audience, bodyRegion, author, text}
      return readPage(reader, articles, orNull(filter), newestFirst, options)
    },
  }
}
