import {readEnvelope} from '../core.ts'
import type {SourceResponse} from './contentSource.ts'

/** Parses the query endpoint's envelope `{result, ms, syncTags?}`; null when the text is none. */
export function parseQueryResponse(text: string): Omit<SourceResponse, 'etag'> | null {
  try {
    return readEnvelope(JSON.parse(text))
  } catch {
    return null
  }
}
