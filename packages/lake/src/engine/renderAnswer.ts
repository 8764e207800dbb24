import type {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {QueryAnswer} from '../query/runQuery.ts'
import {exceedsSize} from './exceedsSize.ts'

/** How an answer begins that took less than half a millisecond, as one that is kept does. */
export const NO_TIME = '{"ms":0,'

/**
 * Writes what `/data/query` answers, as of something that took no time.
 * @throws LakeError `tooLarge` naming the limit and its option.
 */
export function renderAnswer(
  {result, syncTags, steps, sourceMap}: QueryAnswer,
  options: {returnedQuery: string | undefined; explain: boolean; maxBytes: number},
): Uint8Array {
  if (exceedsSize(result, options.maxBytes)) throw tooLarge(options.maxBytes)
  const members = {
    ms: 0,
    ...(options.returnedQuery === undefined ? {} : {query: options.returnedQuery}),
    result,
    ...(sourceMap ? {resultSourceMap: sourceMap} : {}),
    syncTags,
    ...(options.explain ? {explain: steps} : {}),
  }
  const bytes = Buffer.from(JSON.stringify(members))
  if (bytes.length > options.maxBytes) throw tooLarge(options.maxBytes)
  return bytes
}

/** The error of an answer that is larger than it may be. */
export function tooLarge(maxResultBytes: number): LakeError {
  return limitError({maxResultBytes}, 'maxResultBytes', {
    what: `The result is larger than ${maxResultBytes} bytes; ask for fewer documents or members`,
    type: 'queryResultTooLargeError',
  })
}
