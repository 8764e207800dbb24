import {ContentError} from './ContentError.ts'
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
  if (problem instanceof ContentError) {
    const head = `${problem.name} ${problem.code}: ${problem.message}`
    return [head, ...problem.problems.slice(1).map(formatOne)].join('\n')
  }
  return formatOne(problem)
}

function formatOne(problem: ContentProblem): string {
  const document = problem.documentId ?? 'the result'
  const type = problem.documentType ? ` (${problem.documentType})` : ''
  const place = problem.path ? ` at ${problem.path}` : ''
  const link = problem.studioUrl ? `\n  open: ${problem.studioUrl}` : ''
  return `${document}${type}${place}: expected ${problem.expected}, received ${problem.received} [query ${problem.queryName}]${link}`
}
