import type {ArticleFinding, ScreeningData} from '@spine-center/rules/safety'
import type {CustomValidatorResult, ValidationContext} from 'sanity'
import {checkDocument} from './checkDocument.ts'

export type ReadRules = (context: Pick<ValidationContext, 'getClient'>) => Promise<ScreeningData>

interface SafetyValidation {
  /** Holds back publishing: a rule forbids what the article recommends, or the rules could not be read. */
  findErrors: (document: unknown, context: ValidationContext) => Promise<CustomValidatorResult>
  findWarnings: (document: unknown, context: ValidationContext) => Promise<CustomValidatorResult>
}

/**
 * Sanity validators for an article as a whole. Each finding stands at the entry that it is about.
 *
 * @param readRules - gives the published rules; may keep them for a short while
 * @param now - the current instant, ISO 8601
 */
export function safetyValidation(readRules: ReadRules, now: () => string): SafetyValidation {
  const check = async (document: unknown, context: ValidationContext) =>
    checkDocument(document, await readRules(context), now())
  return {
    async findErrors(document, context) {
      try {
        return toResult((await check(document, context)).filter(({severity}) => severity === 'error'))
      } catch (error) {
        return rulesUnreadable(error)
      }
    },
    async findWarnings(document, context) {
      try {
        return toResult((await check(document, context)).filter(({severity}) => severity === 'warning'))
      } catch {
        // `findErrors` says that the rules could not be read; once is enough.
        return true
      }
    },
  }
}

/** The sentence for an article that cannot be checked. What is not checked is not published. */
export function rulesUnreadable(error: unknown): string {
  const cause = error instanceof Error ? error.message : String(error)
  return `The safety rules could not be read, so this article cannot be checked and waits. Try again when the content can be reached. (${cause})`
}

function toResult(findings: readonly ArticleFinding[]): CustomValidatorResult {
  if (findings.length === 0) return true
  return findings.map(({message, path, code}) => ({
    message,
    path: [...path],
    code: `custom.${code.toLowerCase()}`,
  }))
}
