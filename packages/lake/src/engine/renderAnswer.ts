import type {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {QueryAnswer} from '../query/runQuery.ts'
import {exceedsSize} from './exceedsSize.ts'

/**
 * Writes what `/data/query` answers, all but its opening brace and the time it took.
 * @throws LakeError `tooLarge` naming the limit and its option.
 */
export function renderAnswer(
  {result, syncTags, steps, sourceMap}: QueryAnswer,
  options: {returnedQuery: string | undefined; explain: boolean; maxBytes: number},
): Uint8Array {
  if (exceedsSize(result, options.maxBytes)) throw tooLarge(options.maxBytes)
  const members = {
    ...(options.returnedQuery === undefined ? {} : {query: options.returnedQuery}),
    result,
    ...(sourceMap ? {resultSourceMap: sourceMap} : {}),
    syncTags,
    ...(options.explain ? {explain: steps} : {}),
  }
  const bytes = Buffer.from(JSON.stringify(members).slice(1))
  if (bytes.length > options.maxBytes) throw tooLarge(options.maxBytes)
  return bytes
}

function tooLarge(maxResultBytes: number): LakeError {
  return limitError({maxResultBytes}, 'maxResultBytes', {
    what: `The result is larger than ${maxResultBytes} bytes; ask for fewer documents or members`,
    type: 'queryResultTooLargeError',
  })
}
