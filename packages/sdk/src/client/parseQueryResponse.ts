import {ContentError} from '../errors/ContentError.ts'
import type {SourceResponse} from './contentSource.ts'
import {readEnvelope} from './readEnvelope.ts'

/**
 * Parses the query endpoint's envelope `{result, ms, syncTags?}`.
 *
 * @throws ContentError `not-json`
 */
export function parseQueryResponse(
  text: string,
  queryName: string,
  contentType = 'application/json',
): Omit<SourceResponse, 'etag'> {
  if (!/[/+]json\b/i.test(contentType)) {
    const type = contentType || 'no content type'
    throw notJson(`an answer of type ${type}. Is the url that of a content lake?`, queryName)
  }
  let envelope: unknown
  try {
    envelope = JSON.parse(text)
  } catch {
    // The parser's message quotes the body, which is content of unknown sensitivity: it is left out.
    throw notJson(
      `${text.length} characters that do not parse. The answer may have been cut short.`,
      queryName,
    )
  }
  return readEnvelope(envelope) ?? fail(queryName)
}

function fail(queryName: string): never {
  throw notJson('JSON without a "result". Is the url that of a content lake?', queryName)
}

function notJson(what: string, queryName: string): ContentError {
  return new ContentError('not-json', `Reading ${queryName} gave ${what}`, {queryName})
}
