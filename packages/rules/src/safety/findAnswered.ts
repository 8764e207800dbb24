import type {Maybe} from './screeningContent.ts'
import {createProblem} from './screeningProblem.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

interface Named {
  readonly _id: string
  readonly slug?: Maybe<string>
}

/** What an answer is about, by slug or id; that nothing of that name is published is a problem. */
export function findAnswered<Document extends Named>(
  name: string,
  documents: readonly Document[],
  code: ScreeningProblem['code'],
  kind: string,
  problems: ScreeningProblem[],
): Document | undefined {
  const found = documents.find(({slug}) => slug === name) ?? documents.find(({_id}) => _id === name)
  if (!found) {
    const message = `No published ${kind} has the slug “${name}”, which was answered: check the spelling or publish it.`
    problems.push(createProblem(code, null, name, message))
  }
  return found
}
