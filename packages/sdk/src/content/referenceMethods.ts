import type {Reader} from '../client/reader.ts'
import type {PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {listPage} from './listPage.ts'
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
      const {citationsLight} = await import('../generated/citations.light.ts')
      return listPage(reader, citationsLight, orNull({studyDesign, state, text}), byTitle, options)
    },
    async people({role, ...options} = {}) {
      const {peopleLight} = await import('../generated/people.light.ts')
      return listPage(reader, peopleLight, orNull({role}), byFamily, options)
    },
    async person(slug, options) {
      const {personBySlugLight} = await import('../generated/personBySlug.light.ts')
      return reader.one(personBySlugLight, {slug}, options)
    },
    async glossary({language, ...options} = {}) {
      const {glossaryLight} = await import('../generated/glossary.light.ts')
      return listPage(reader, glossaryLight, orNull({language}), byTerm, options)
    },
    async topics(options = {}) {
      const {topicsLight} = await import('../generated/topics.light.ts')
      return listPage(reader, topicsLight, {}, byLabel, options)
    },
    async settings(options) {
      const {settingsLight} = await import('../generated/settings.light.ts')
      return reader.one(settingsLight, {}, options)
    },
  }
}
