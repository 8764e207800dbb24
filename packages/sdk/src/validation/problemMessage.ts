import type {ContentProblem} from '../errors/contentProblem.ts'

/** Says a problem as plain lines for a log. It is loaded with what finds problems, which most pages have none of. */
export function problemMessage(problem: Omit<ContentProblem, 'message'>): string {
  const {documentId, documentType, itemId, itemType} = problem
  const document = documentId === null ? 'the result' : nameOf(documentId, documentType)
  const path = problem.path ? ` at ${problem.path}` : ''
  const item = itemId === null || itemId === documentId ? '' : `, in ${nameOf(itemId, itemType)}`
  const link = problem.studioUrl ? `\n  open: ${problem.studioUrl}` : ''
  return `${document}${path}${item}: expected ${problem.expected}, received ${problem.received} [query ${problem.queryName}]${link}`
}

function nameOf(id: string, type: string | null): string {
  return type === null ? id : `${id} (${type})`
}
