import type {ReaderOptions, ReadOptions} from '../client/contentOptions.ts'
import type {ClientLike} from '../client/clientLike.ts'
import {createClientSource} from '../client/createClientSource.ts'
import {createReader} from '../client/createReader.ts'
import type {PartsResult, Reader} from '../client/reader.ts'
import type {ResultOf} from '../content/results.ts'
import type {screeningData} from '../generated/screeningData.ts'
import {screeningDataLight} from '../generated/screeningData.light.ts'
import {pickPublished, type Strictness} from '../validation/strictness.ts'

/** What screening reads: every exercise, rule, pattern, condition and care pathway. */
export type ScreeningContent<S extends Strictness = 'published'> = ResultOf<typeof screeningData, S>

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
  options: ReaderOptions & ReadOptions & {readonly perspective?: 'published'} = {},
): Promise<PartsResult<ScreeningContent>> {
  return readScreeningData(createReader(createClientSource(client), options, pickPublished), options)
}

/** The same through a reader that is there already. */
export function readScreeningData<S extends Strictness>(
  reader: Reader<S>,
  options?: ReadOptions,
): Promise<PartsResult<ScreeningContent<S>>> {
  return reader.parts(screeningDataLight, {}, ['exercises'], options)
}
