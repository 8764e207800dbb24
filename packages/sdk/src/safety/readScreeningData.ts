import type {ReadOptions} from '../client/contentOptions.ts'
import {readParts} from '../client/readList.ts'
import type {PartsResult, Reader} from '../client/reader.ts'
import type {ResultOf} from '../content/results.ts'
import type {screeningData} from '../generated/screeningData.ts'
import {screeningDataLight} from '../generated/screeningData.light.ts'
import type {Strictness} from '../validation/strictness.ts'

/** What screening reads: every exercise, rule, pattern, condition and care pathway. */
export type ScreeningContent<S extends Strictness = 'published'> = ResultOf<typeof screeningData, S>

/** Reads what screening needs, in one request; exercises that are not as promised are left out. */
export function readScreeningData<S extends Strictness>(
  reader: Reader<S>,
  options?: ReadOptions,
): Promise<PartsResult<ScreeningContent<S>>> {
  return readParts(reader, screeningDataLight, {}, ['exercises'], options)
}
