import {articleType} from '@spine-center/schema'
import {defineType} from 'sanity'
import {createScreeningCache} from './createScreeningCache.ts'
import {readScreeningData} from './readScreeningData.ts'
import {safetyValidation} from './safetyValidation.ts'

// Long enough to serve the keystrokes of one sentence, short enough to see a rule that was just published.
const FRESH_FOR_MS = 3000

const readRules = createScreeningCache({
  read: readScreeningData,
  now: () => Date.now(),
  freshForMs: FRESH_FOR_MS,
})

const {findErrors, findWarnings} = safetyValidation(
  ({getClient}) => readRules(getClient({apiVersion: '2025-02-19'})),
  () => new Date().toISOString(),
)

/**
 * The article with the safety rules as validation: one that recommends an exercise which a rule forbids for
 * its readers cannot be published. The rules are documents, so this stands in the Studio, not in the schema.
 */
export const guardedArticleType = defineType({
  ...articleType,
  validation: (rule) => [rule.custom(findErrors), rule.custom(findWarnings).warning()],
})
