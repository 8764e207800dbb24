import type {SchemaPicker, Strictness} from '../validation/strictness.ts'
import {checkParts, checkRows} from './checkList.ts'
import type {ReaderOptions} from './contentOptions.ts'
import type {Read} from './createReader.ts'
import type {Reader} from './reader.ts'

/** Reads what is not given whole or not at all; loaded when a list is read. */
export function listReader<S extends Strictness>(
  read: Read,
  options: ReaderOptions,
  pick: SchemaPicker<S>,
): Pick<Reader<S>, 'parts' | 'list'> {
  return {
    async parts(query, params, listNames, readOptions, isAskedFor) {
      const response = await read(query, params, readOptions)
      return checkParts(response, pick(query), {queryName: query.name, listNames, isAskedFor}, options)
    },
    async list(query, params, readOptions, limit, fetchRows) {
      const response = await read(query, params, readOptions, fetchRows)
      return checkRows(response, pick(query), {queryName: query.name, limit}, options)
    },
  }
}
