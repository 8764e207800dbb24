import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ResultPaths, SchemaIssue} from './contentQuery.ts'
import {describeExpected} from './describeExpected.ts'
import {describeValue} from './describeValue.ts'
import {locateIssue} from './locateIssue.ts'
import {problemMessage} from './problemMessage.ts'
import {studioLink} from './studioLink.ts'

/** What a problem names besides the issue itself. */
export interface ProblemContext {
  readonly queryName: string
  readonly studioUrl: string | undefined
  readonly paths?: ResultPaths | undefined
}

/** Turns what the validator says about a result into problems that name document, field and fix. */
export function toProblems(
  result: unknown,
  issues: readonly SchemaIssue[],
  {queryName, studioUrl, paths}: ProblemContext,
): readonly ContentProblem[] {
  return issues.map((issue) => {
    const {value, ...place} = locateIssue(result, issue.path, paths)
    const {documentId: id, documentType: type, path} = place
    const problem = {
      queryName,
      ...place,
      expected: describeExpected(issue),
      received: describeValue(value),
      studioUrl: studioUrl && id ? studioLink(studioUrl, {id, type, path}) : null,
    }
    return {...problem, message: problemMessage(problem)}
  })
}
