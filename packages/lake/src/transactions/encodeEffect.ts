import {encodeEffects} from '../mendoza/encodePatch.ts'
import type {DocumentEffect} from './TransactionRecord.ts'
import type {WorkingChange} from './WorkingCopy.ts'

/** Adds the two mendoza patches, forth and back, to a change. */
export function encodeEffect({id, before, after, mutations}: WorkingChange): DocumentEffect {
  return {documentId: id, before, after, mutations, ...encodeEffects(before, after)}
}
