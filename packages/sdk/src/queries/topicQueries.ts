import {defineQuery} from 'groq'
import {afterRow} from './fragments/afterRow.ts'

/** Subjects that articles are filed under. */
export const topicsQuery = defineQuery(`
  *[_type == "topic" && ${afterRow('label')}]
  | order(label asc, _id asc)[0...$limit]{
    _id,
    _type,
    label,
    "slug": slug.current,
    synonyms,
    "broader": (broader[]->)[defined(_id)]{_id, _type, label, "slug": slug.current}
  }
`)
