import {ContentError} from '../core.ts'
import type {ContentProblem} from './contentProblem.ts'

/**
 * Formats a problem, or everything that a ContentError says, as plain lines for a log.
 *
 * @example
 * ```ts
 * const content = createContent({url, dataset, onProblem: (problem) => logger.warn(formatProblem(problem))})
 * ```
 */
export function formatProblem(problem: ContentProblem | ContentError): string {
  if (!(problem instanceof ContentError)) return problem.message
  const head = `${problem.name} ${problem.code}: ${problem.message}`
  return [head, ...problem.problems.slice(1).map(({message}) => message)].join('\n')
}
