import {readEnvelope, readError, type ContentError} from '../core.ts'
import type {SourceResponse} from './contentSource.ts'

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
  const answer = readEnvelope(envelope)
  if (answer) return answer
  throw notJson('JSON without a "result". Is the url that of a content lake?', queryName)
}

function notJson(what: string, queryName: string): ContentError {
  return readError('not-json', queryName, `gave ${what}`)
}
