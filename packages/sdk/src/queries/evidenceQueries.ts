import {defineQuery} from 'groq'
import {afterRow} from './fragments/afterRow.ts'
import {citationFields} from './fragments/citationFields.ts'

/** Sources, by title. */
export const citationsQuery = defineQuery(`
  *[
    _type == "citation"
    && ($studyDesign == null || quality.studyDesign == $studyDesign)
    && ($state == null || state == $state)
    && ($text == null || [title, containerTitle, authors[].family] match $text)
    && ${afterRow('title')}
  ]
  | order(title asc, _id asc)[0...$limit]{${citationFields}}
`)

/** Terms and their meaning in plain words. */
export const glossaryQuery = defineQuery(`
  *[
    _type == "glossaryTerm"
    && ($language == null || language == $language)
    && ${afterRow('term')}
  ]
  | order(term asc, _id asc)[0...$limit]{_id, _type, language, term, "slug": slug.current, definition}
`)
