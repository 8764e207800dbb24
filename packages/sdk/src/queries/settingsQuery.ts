import {defineQuery} from 'groq'
import {figureFields} from './fragments/figureFields.ts'

/** The clinic's settings that a front end needs: names, zone, emergency numbers, defaults. */
export const settingsQuery = defineQuery(`
  *[_type == "siteSettings"] | order(_id asc)[0]{
    _id,
    _type,
    title,
    description,
    "organization": organization->{_id, _type, name, kind, url, logo{${figureFields}}},
    timeZone,
    emergencyNumbers[]{_key, locale, number},
    "disclaimer": disclaimer->{_id, _type, key, text, placement, version},
    "relatedFeed": relatedFeed->key,
    readingGradeTarget
  }
`)
