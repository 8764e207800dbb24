import {objectList} from '../../builders/objectList.ts'
import {references} from '../../builders/reference.ts'
import {plainDocument, type SampleDocument} from '../../builders/sampleDocument.ts'

/** A name in the form "Family, Given", or an organization when there is no comma. */
type Author = string

interface Citation {
  readonly cslType?: string
  readonly title: string
  readonly authors?: readonly Author[]
  readonly year: number
  readonly month?: number
  readonly containerTitle?: string
  readonly identifiers?: Readonly<Record<string, string>>
  readonly studyDesign?: string
  readonly quality?: Readonly<Record<string, unknown>>
  /** Slugs of the conditions of the people studied, and of those left out. */
  readonly studied?: readonly string[]
  readonly excluded?: readonly string[]
  readonly population?: Readonly<Record<string, unknown>>
  readonly verification: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

function name(author: Author): Readonly<Record<string, string>> {
  const [family, given] = author.split(', ')
  return given === undefined || family === undefined ? {literal: author} : {family, given}
}

function ids(slugs: readonly string[]): readonly unknown[] {
  return references(...slugs.map((slug) => `condition-${slug}`))
}

/** A citation document; `key` is the readable part of its id, such as `slade-2006`. */
export function citation(key: string, source: Citation): SampleDocument {
  const {authors, year, month, studyDesign, quality, studied, excluded, population, ...fields} = source
  return plainDocument('citation', key, {
    cslType: 'article-journal',
    language: 'en',
    state: 'current',
    ...fields,
    issued: {year, ...(month === undefined ? {} : {month})},
    ...(authors === undefined ? {} : {authors: objectList('citationName', authors.map(name))}),
    ...(studyDesign === undefined ? {} : {quality: {studyDesign, ...quality}}),
    population: {
      ...population,
      ...(studied === undefined ? {} : {conditions: ids(studied)}),
      ...(excluded === undefined ? {} : {excludedConditions: ids(excluded)}),
    },
  })
}

/** A published record was compared with this citation; `evidence` says what agreed. */
export function matched(evidence: string): Readonly<Record<string, string>> {
  return {
    status: 'matched',
    method: 'Compared with a published record of the work',
    at: '2026-11-24',
    evidence,
  }
}
