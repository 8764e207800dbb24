import {defineQuery} from 'groq'
import {afterRow} from './fragments/afterRow.ts'
import {personFields} from './fragments/personFields.ts'

/** People who write, review or edit, by family name. */
export const peopleQuery = defineQuery(`
  *[
    _type == "person"
    && ($role == null || $role in roles)
    && ${afterRow('name.family')}
  ]
  | order(name.family asc, _id asc)[0...$limit]{${personFields}}
`)

/** One person, whole. */
export const personBySlugQuery = defineQuery(`
  *[_type == "person" && slug.current == $slug] | order(_id asc)[0]{${personFields}}
`)
