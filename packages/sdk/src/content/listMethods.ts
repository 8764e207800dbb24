import type {Reader} from '../client/reader.ts'
import type {Strictness} from '../validation/strictness.ts'
import {articleLists} from './articleLists.ts'
import type {Content} from './content.ts'
import {exerciseLists} from './exerciseLists.ts'
import {referenceLists} from './referenceLists.ts'
import {safetyLists} from './safetyLists.ts'

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

/** Reads lists; loaded with the first one, so that a page of one document does without it. */
export function listMethods<S extends Strictness>(reader: Reader<S>): Pick<Content<S>, ListName> {
  return {
    ...articleLists(reader),
    ...exerciseLists(reader),
    ...safetyLists(reader),
    ...referenceLists(reader),
  }
}
