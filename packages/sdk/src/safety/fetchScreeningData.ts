import type {ReaderOptions, ReadOptions} from '../client/contentOptions.ts'
import type {ClientLike} from '../client/clientLike.ts'
import {createClientSource} from '../client/createClientSource.ts'
import {createReader} from '../client/createReader.ts'
import type {PartsResult} from '../client/reader.ts'
import {pickPublished} from '../validation/strictness.ts'
import {readScreeningData, type ScreeningContent} from './readScreeningData.ts'

/**
 * Reads what screening needs through any client, in one request, under the `published` perspective unless
 * told otherwise. Exercises that are not as promised are left out and reported; a rule, pattern, condition
 * or pathway that is not makes the read fail, because a screening without it would restrict too little.
 *
 * @throws ContentError those of reading
 *
 * @example
 * ```ts
 * const {parts} = await fetchScreeningData(useClient({apiVersion: '2025-02-19'}))
 * const result = screen({...parts, profile: {osteoporosis: 'present'}, asOf: new Date().toISOString()})
 * ```
 */
export function fetchScreeningData(
  client: ClientLike,
  options: ReaderOptions & ReadOptions & {readonly perspective?: 'published' | undefined} = {},
): Promise<PartsResult<ScreeningContent>> {
  return readScreeningData(createReader(createClientSource(client), options, pickPublished), options)
}
