import {ContentError} from '../errors/ContentError.ts'

/** The error for an answer with an error status, with all that `explain` can say about it. */
export async function statusError(
  status: number,
  queryName: string,
  explain: () => Promise<ContentError>,
): Promise<ContentError> {
  try {
    return await explain()
  } catch {
    // A page that went off line cannot load the explanation; the status is known all the same.
    const code = status === 401 || status === 403 ? 'unauthorized' : 'http'
    return new ContentError(code, `Reading ${queryName} failed with status ${status}.`, {queryName, status})
  }
}
