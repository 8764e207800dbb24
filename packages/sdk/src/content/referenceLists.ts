import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}
const byTerm: PageKey = {param: 'afterTerm', path: ['term'], defaultLimit: 1000}
const byLabel: PageKey = {param: 'afterLabel', path: ['label'], defaultLimit: 1000}
const byFamily: PageKey = {param: 'afterFamily', path: ['name', 'family'], defaultLimit: 1000}

/** Reads pages of what articles refer to: sources, people, terms and topics. */
export function referenceLists<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'citations' | 'people' | 'glossary' | 'topics'> {
  return {
    async citations({studyDesign, state, text, ...options} = {}) {
      const {citationsLight} = await import('../generated/citations.light.ts')
      return readPage(reader, citationsLight, orNull({studyDesign, state, text}), byTitle, options)
    },
    async people({role, ...options} = {}) {
      const {peopleLight} = await import('../generated/people.light.ts')
      return readPage(reader, peopleLight, orNull({role}), byFamily, options)
    },
    async glossary({language, ...options} = {}) {
      const {glossaryLight} = await import('../generated/glossary.light.ts')
      return readPage(reader, glossaryLight, orNull({language}), byTerm, options)
    },
    async topics(options = {}) {
      const {topicsLight} = await import('../generated/topics.light.ts')
      return readPage(reader, topicsLight, {}, byLabel, options)
    },
  }
}
