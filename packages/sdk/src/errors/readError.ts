import {ContentError, type ContentErrorCode, type ContentErrorDetails} from './ContentError.ts'

/** The error of a read, whose message begins with what was read. */
export function readError(
  code: ContentErrorCode,
  queryName: string,
  outcome: string,
  details: Omit<ContentErrorDetails, 'queryName'> = {},
): ContentError {
  return new ContentError(code, `Reading ${queryName} ${outcome}`, {queryName, ...details})
}
