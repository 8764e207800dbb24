/** Something in the content or the question that screening could not use as it stands. */
export interface ScreeningProblem {
  readonly code:
    | 'cycle'
    | 'missing-condition'
    | 'missing-pattern'
    | 'rule-without-target'
    | 'rule-without-condition'
    | 'unknown-severity'
    | 'unknown-facet'
    | 'unknown-stage'
    | 'unknown-red-flag'
    | 'unknown-exercise'
    | 'retired-exercise'
    | 'contradictory-answers'
  readonly documentId: string | null
  readonly path: string
  /** A sentence that names the document, the place and the fix. */
  readonly message: string
}

export function createProblem(
  code: ScreeningProblem['code'],
  documentId: string | null,
  path: string,
  message: string,
): ScreeningProblem {
  return {code, documentId, path, message}
}
