import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}
const byTerm: PageKey = {param: 'afterTerm', path: ['term'], defaultLimit: 1000}
const byLabel: PageKey = {param: 'afterLabel', path: ['label'], defaultLimit: 1000}
const byFamily: PageKey = {param: 'afterFamily', path: ['name', 'family'], defaultLimit: 1000}

/** Reads what articles refer to: sources, people, terms, topics, and the clinic's settings. */
export function referenceMethods<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'citations' | 'people' | 'person' | 'glossary' | 'topics' | 'settings'> {
  return {
    async citations({studyDesign, state, text, ...options} = {}) {
      const {citations} = await import('../generated/citations.ts')
      return readPage(reader, citations, orNull({studyDesign, state, text}), byTitle, options)
    },
    async people({role, ...options} = {}) {
      const {people} = await import('../generated/people.ts')
      return readPage(reader, people, orNull({role}), byFamily, options)
    },
    async person(slug, options) {
      const {personBySlug} = await import('../generated/personBySlug.ts')
      return reader.one(personBySlug, {slug}, options)
    },
    async glossary({language, ...options} = {}) {
      const {glossary} = await import('../generated/glossary.ts')
      return readPage(reader, glossary, orNull({language}), byTerm, options)
    },
    async topics(options = {}) {
      const {topics} = await import('../generated/topics.ts')
      return readPage(reader, topics, {}, byLabel, options)
    },
    async settings(options) {
      const {settings} = await import('../generated/settings.ts')
      return reader.one(settings, {}, options)
    },
  }
}
