import type {Clock} from '../client/clock.ts'
import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {holdBack} from './holdBack.ts'

/** What a content object reads page by page. */
export type ListName =
  | 'articles'
  | 'exercises'
  | 'contraindications'
  | 'conditions'
  | 'movementPatterns'
  | 'carePathways'
  | 'citations'
  | 'people'
  | 'glossary'
  | 'topics'

const byTitle = sortedBy('title')
const byLabel = sortedBy('label')
const byHeading = sortedBy('heading')
const byFamily = sortedBy('name', 'family')
const byTerm = sortedBy('term')

/**
 * Reads lists, of articles those that are out by an instant. Loaded with the first one, so that a page of one document
 * does without it.
 */
export function listMethods<S extends Strictness>(
  reader: Reader<S>,
  clock: Clock,
  outBy: () => number,
): Pick<Content<S>, ListName> {
  return {
    async articles({audience, ...others} = {}) {
      const text = wordsOf(others.text)
      const {before, fetchRows} = holdBack(outBy())
      const filter = {...others, before, text, condition: audience}
      const newestFirst: PageKey = {path: ['publishedAt'], defaultLimit: 20, fetchRows}
      const {topic, author} = others
      // Most lists need no joins, and so not the larger query.
      if (topic === undefined && audience === undefined && author === undefined && text === undefined) {
        const {articlesLight} = await import('../generated/articles.light.ts')
        return readPage(reader, articlesLight, newestFirst, filter)
      }
      const {articlesMatchingLight} = await import('../generated/articlesMatching.light.ts')
      return readPage(reader, articlesMatchingLight, newestFirst, filter)
    },
    async exercises(given = {}) {
      const filter = {...given, text: wordsOf(given.text)}
      if (filter.pattern === undefined) {
        const {exercisesLight} = await import('../generated/exercises.light.ts')
        return readPage(reader, exercisesLight, byTitle, filter)
      }
      const {exercisesOfPatternLight} = await import('../generated/exercisesOfPattern.light.ts')
      return readPage(reader, exercisesOfPatternLight, byTitle, filter)
    },
    async contraindications({asOf, ...filter} = {}) {
      const {instantOf} = await import('../client/instantOf.ts')
      const {contraindicationsLight} = await import('../generated/contraindications.light.ts')
      // Rules begin at midnight UTC, so that one address serves all day: caches on the way can keep the answer.
      const [day] = instantOf(asOf, clock.now(), 'asOf').split('T')
      const inForce = {...filter, asOf: `${day}T00:00:00Z`}
      return readPage(reader, contraindicationsLight, byTitle, inForce)
    },
    async conditions(filter) {
      const {conditionsLight} = await import('../generated/conditions.light.ts')
      return readPage(reader, conditionsLight, byLabel, filter)
    },
    async movementPatterns(filter) {
      const {movementPatternsLight} = await import('../generated/movementPatterns.light.ts')
      return readPage(reader, movementPatternsLight, byLabel, filter)
    },
    async carePathways(filter) {
      const {carePathwaysLight} = await import('../generated/carePathways.light.ts')
      return readPage(reader, carePathwaysLight, byHeading, filter)
    },
    async citations(given = {}) {
      const filter = {...given, text: wordsOf(given.text)}
      const {citationsLight} = await import('../generated/citations.light.ts')
      return readPage(reader, citationsLight, byTitle, filter)
    },
    async people(filter) {
      const {peopleLight} = await import('../generated/people.light.ts')
      return readPage(reader, peopleLight, byFamily, filter)
    },
    async glossary(filter) {
      const {glossaryLight} = await import('../generated/glossary.light.ts')
      return readPage(reader, glossaryLight, byTerm, filter)
    },
    async topics(filter) {
      const {topicsLight} = await import('../generated/topics.light.ts')
      return readPage(reader, topicsLight, byLabel, filter)
    },
  }
}

// An empty search box asks for nothing in particular; a text cut within a character is one that no source takes.
function wordsOf(text: string | undefined): string | undefined {
  return text?.trim() ? text.toWellFormed() : undefined
}

function sortedBy(...path: readonly string[]): PageKey {
  return {path, defaultLimit: 1000}
}
