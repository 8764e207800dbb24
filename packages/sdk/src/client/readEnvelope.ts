import {isRecord} from '../validation/isRecord.ts'
import type {SourceResponse} from './contentSource.ts'

/** Reads the query endpoint's envelope `{result, ms, syncTags?}`; null when it is none. */
export function readEnvelope(envelope: unknown): Omit<SourceResponse, 'etag'> | null {
  if (!isRecord(envelope) || !('result' in envelope)) return null
  const tags = Array.isArray(envelope['syncTags']) ? envelope['syncTags'] : []
  return {result: envelope['result'], syncTags: tags.filter((tag) => typeof tag === 'string')}
}
