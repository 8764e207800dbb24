import {isRecord} from './matchPath.ts'
import {
  addNumbers,
  insertAll,
  patchTexts,
  setMissing,
  setValues,
  unsetPaths,
  type Change,
} from './operations.ts'
import {PatchError} from './PatchError.ts'

/** A document as JSON holds it. */
export type PatchableDocument = Readonly<Record<string, unknown>>

/** The operations of one patch; other keys (`id`, `query`, `ifRevisionID`) are the caller's. */
export type PatchOperations = {
  readonly set?: unknown
  readonly setIfMissing?: unknown
  readonly unset?: unknown
  readonly diffMatchPatch?: unknown
  readonly inc?: unknown
  readonly dec?: unknown
  readonly insert?: unknown
}

// Content Lake applies one patch in this order, whatever order the keys arrive in: set, setIfMissing, unset, inc, dec,
// insert (Sanity docs, HTTP mutations). The docs do not place diffMatchPatch; @sanity/mutator has it before inc.
const operationOrder: readonly [name: keyof PatchOperations, change: Change][] = [
  ['set', setValues],
  ['setIfMissing', setMissing],
  ['unset', unsetPaths],
  ['diffMatchPatch', patchTexts],
  ['inc', addNumbers('inc')],
  ['dec', addNumbers('dec')],
  ['insert', insertAll],
]

/**
 * Applies one patch to a document and returns the result; the input is never changed, unchanged parts are shared, and
 * a patch that changes nothing returns the very document it was given.
 *
 * @throws PatchError with the path and the fix.
 * @example
 * ```ts
 * applyPatch({_id: 'a', tags: ['x']}, {insert: {after: 'tags[-1]', items: ['y']}}) // {_id: 'a', tags: ['x', 'y']}
 * ```
 */
export function applyPatch(document: PatchableDocument, patch: PatchOperations): PatchableDocument {
  // An edit that is not understood must not be acknowledged.
  const unknown = Object.keys(patch).find((name) => !operationOrder.some(([known]) => known === name))
  if (unknown !== undefined) {
    const known = operationOrder.map(([name]) => name).join(', ')
    throw new PatchError(
      'invalidOperation',
      unknown,
      `There is no patch operation ${JSON.stringify(unknown)}. Use ${known}.`,
    )
  }
  const result = operationOrder.reduce<unknown>((value, [name, change]) => {
    const operand = patch[name]
    return operand === undefined ? value : change(value, operand)
  }, document)
  if (isRecord(result)) return result
  throw new PatchError('invalidOperation', '', 'A patch must leave an object as document.')
}
