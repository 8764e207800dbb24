import {defineQuery} from 'groq'
import {citationFields} from './fragments/citationFields.ts'

/** Sources, by title. */
export const citationsQuery = defineQuery(`
  *[
    _type == "citation"
    && ($studyDesign == null || quality.studyDesign == $studyDesign)
    && ($state == null || state == $state)
    && ($text == null || [title, containerTitle, authors[].family] match $text)
    && ($afterId == null || title > $afterTitle || (title == $afterTitle && _id > $afterId))
  ]
  | order(title asc, _id asc)[0...$limit]{${citationFields}}
`)

/** Terms and their meaning in plain words. */
export const glossaryQuery = defineQuery(`
  *[
    _type == "glossaryTerm"
    && ($language == null || language == $language)
    && ($afterId == null || term > $afterTerm || (term == $afterTerm && _id > $afterId))
  ]
  | order(term asc, _id asc)[0...$limit]{_id, _type, language, term, "slug": slug.current, definition}
`)
