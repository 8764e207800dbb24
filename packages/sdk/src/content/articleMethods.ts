import type {Reader} from '../client/reader.ts'
import type {PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {listPage} from './listPage.ts'
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
      const {articleBySlugLight} = await import('../generated/articleBySlug.light.ts')
      return reader.one(articleBySlugLight, {slug, language}, options, (result) =>
        uniqueDocuments(result, referredTo),
      )
    },
    async articles({language, kind, bodyRegion, topic, audience, author, text, ...options} = {}) {
      const own = orNull({language, kind, bodyRegion})
      if (topic === undefined && audience === undefined && author === undefined && text === undefined) {
        const {articlesLight} = await import('../generated/articles.light.ts')
        return listPage(reader, articlesLight, own, newestFirst, options)
      }
      const {articlesMatchingLight} = await import('../generated/articlesMatching.light.ts')
      const params = {...own, ...orNull({topic, condition: audience, author, text})}
      return listPage(reader, articlesMatchingLight, params, newestFirst, options)
    },
  }
}
