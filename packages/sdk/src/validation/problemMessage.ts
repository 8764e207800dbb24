import type {ContentProblem} from '../errors/contentProblem.ts'

/** Says a problem as plain lines for a log. It is loaded with what finds problems, which most pages have none of. */
export function problemMessage(problem: Omit<ContentProblem, 'message'>): string {
  const document = problem.documentId ?? 'the result'
  const type = problem.documentType ? ` (${problem.documentType})` : ''
  const place = problem.path ? ` at ${problem.path}` : ''
  const link = problem.studioUrl ? `\n  open: ${problem.studioUrl}` : ''
  return `${document}${type}${place}: expected ${problem.expected}, received ${problem.received} [query ${problem.queryName}]${link}`
}
