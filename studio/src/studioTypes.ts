import {schemaTypes} from '@spine-center/schema'
import {createScreeningCache} from './safety/createScreeningCache.ts'
import {guardArticleType} from './safety/guardArticleType.ts'
import {readScreeningData} from './safety/readScreeningData.ts'

// Long enough to serve the keystrokes of one sentence, short enough to see a rule that was just published.
const RULES_FRESH_FOR_MS = 3000

const readRules = createScreeningCache({
  read: readScreeningData,
  now: () => Date.now(),
  freshForMs: RULES_FRESH_FOR_MS,
})

const guardedArticleType = guardArticleType({
  readRules: ({getClient}) => readRules(getClient({apiVersion: '2025-02-19'})),
  now: () => new Date().toISOString(),
})

/** The types of the schema, with the article that the safety rules guard in place of the plain one. */
export const studioTypes = schemaTypes.map((type) => (type.name === 'article' ? guardedArticleType : type))
