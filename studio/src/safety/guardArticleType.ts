import {articleType} from '@spine-center/schema'
import {defineType} from 'sanity'
import {safetyValidation} from './safetyValidation.ts'
import type {ReadRules} from './safetyValidation.ts'

interface GuardOptions {
  /** Gives the published rules, read through the client of the form. */
  readRules: ReadRules
  /** The current instant, ISO 8601. */
  now: () => string
}

/**
 * The article with the safety rules as validation: one that recommends an exercise which a rule forbids for
 * its readers cannot be published. The rules are documents, so this stands in the Studio, not in the schema.
 */
export function guardArticleType({readRules, now}: GuardOptions) {
  const {findErrors, findWarnings} = safetyValidation(readRules, now)
  return defineType({
    ...articleType,
    validation: (rule) => [rule.custom(findErrors), rule.custom(findWarnings).warning()],
  })
}
