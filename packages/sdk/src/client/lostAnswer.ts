import type {ContentError} from '../errors/ContentError.ts'
import {readError} from '../errors/readError.ts'

/** The error for a read that whatever fetched it gave up, without secrets; what explains it is loaded when one comes. */
export function lostAnswer(
  error: unknown,
  queryName: string,
  secrets: readonly string[],
): Promise<ContentError> {
  return import('./explainLoss.ts').then(
    ({explainLoss}) => explainLoss(error, queryName, secrets),
    // A page that went off line cannot load the explanation.
    () => readError('network', queryName, 'got no whole answer.'),
  )
}
