import {isOut} from '../core.ts'
import type {Reader} from '../client/reader.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {uniqueDocuments} from './uniqueDocuments.ts'

/**
 * Reads single documents; an article only when it is out by an instant. Queries are loaded when first used: a page pays
 * for those alone that it reads.
 */
export function documentMethods<S extends Strictness>(
  reader: Reader<S>,
  outBy: () => number,
): Pick<Content<S>, 'article' | 'exercise' | 'person' | 'settings'> {
  return {
    async article(slug, {language = null, ...options} = {}) {
      const {articleBySlugLight} = await import('../generated/articleBySlug.light.ts')
      return reader.one(articleBySlugLight, {slug, language}, options, (result) =>
        isOut(result, outBy()) ? uniqueDocuments(result) : null,
      )
    },
    async exercise(slug, {language = null, ...options} = {}) {
      const {exerciseBySlugLight} = await import('../generated/exerciseBySlug.light.ts')
      return reader.one(exerciseBySlugLight, {slug, language}, options)
    },
    async person(slug, options) {
      const {personBySlugLight} = await import('../generated/personBySlug.light.ts')
      return reader.one(personBySlugLight, {slug}, options)
    },
    async settings(options) {
      const {settingsLight} = await import('../generated/settings.light.ts')
      return reader.one(settingsLight, {}, options)
    },
  }
}
