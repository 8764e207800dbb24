import {defineQuery} from 'groq'

/** Subjects that articles are filed under. */
export const topicsQuery = defineQuery(`
  *[_type == "topic" && ($afterId == null || label > $afterLabel || (label == $afterLabel && _id > $afterId))]
  | order(label asc, _id asc)[0...$limit]{
    _id,
    _type,
    label,
    "slug": slug.current,
    synonyms,
    "broader": (broader[]->)[defined(_id)]{_id, _type, label, "slug": slug.current}
  }
`)
