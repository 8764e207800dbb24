import {applyPatches, parsePatch} from '@sanity/diff-match-patch'
import {describe, insertItems, type InsertPosition} from './insertItems.ts'
import {isList, isRecord, matchPath, readAttribute, type ConcretePath, type Match} from './matchPath.ts'
import {parsePath, type Step} from './parsePath.ts'
import {PatchError} from './PatchError.ts'
import {removeAtPath, writeAtPath} from './writeAtPath.ts'

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

type Change = (root: unknown, operand: unknown) => unknown

function readPaths(operation: string, operand: unknown): [path: string, steps: Step[], value: unknown][] {
  if (!isRecord(operand)) {
    throw new PatchError(
      'invalidOperation',
      operation,
      `${operation} needs an object of paths and values, but got ${describe(operand)}.`,
    )
  }
  return Object.keys(operand).map((path) => [path, parsePath(path), operand[path]])
}

function assertNoList(root: unknown, path: string, steps: readonly Step[]): void {
  const parent = matchPath(root, steps.slice(0, -1), 'existing').at(0)
  if (steps.at(-1)?.type === 'attribute' && isList(parent?.value)) {
    throw new PatchError(
      'notAnObject',
      path,
      `The path ${JSON.stringify(path)} names an attribute of an array. Choose elements first, for example [0], [_key=="…"] or [*].`,
    )
  }
}

const setValues: Change = (root, operand) =>
  readPaths('set', operand).reduce((document, [path, steps, value]) => {
    const places = matchPath(document, steps, 'creating')
    if (places.length === 0) assertNoList(document, path, steps)
    return places.reduce((next, place) => writeAtPath(next, place.path, value), document)
  }, root)

const setMissing: Change = (root, operand) =>
  readPaths('setIfMissing', operand).reduce((document, [, steps, value]) => {
    const missing = matchPath(document, steps, 'creating').filter(
      (place) => place.value === undefined && typeof place.path.at(-1) === 'string',
    )
    return missing.reduce((next, place) => writeAtPath(next, place.path, value), document)
  }, root)

function laterFirst(left: Match, right: Match): number {
  const length = Math.min(left.path.length, right.path.length)
  for (let i = 0; i < length; i += 1) {
    const [a, b] = [left.path[i], right.path[i]]
    if (typeof a === 'number' && typeof b === 'number' && a !== b) return b - a
    // Different attributes never disturb each other, but a stable order keeps equal prefixes together.
    if (a !== b) return String(a) < String(b) ? 1 : -1
  }
  return right.path.length - left.path.length
}

const unsetPaths: Change = (root, operand) => {
  if (!isList(operand) || !operand.every((path) => typeof path === 'string')) {
    throw new PatchError('invalidOperation', 'unset', 'unset needs an array of paths, for example ["title"].')
  }
  return operand.reduce<unknown>((document, path) => {
    // From the end towards the start, so that removing one element does not move the next one to remove.
    const places = matchPath(document, parsePath(path), 'existing').toSorted(laterFirst)
    return places.reduce((next, place) => removeAtPath(next, place.path), document)
  }, root)
}

function changeEach(
  root: unknown,
  steps: readonly Step[],
  change: (value: unknown, path: ConcretePath) => unknown,
): unknown {
  return matchPath(root, steps, 'existing').reduce(
    (next, place) => writeAtPath(next, place.path, change(place.value, place.path)),
    root,
  )
}

function addNumbers(operation: 'dec' | 'inc'): Change {
  return (root, operand) =>
    readPaths(operation, operand).reduce((document, [path, steps, delta]) => {
      if (typeof delta !== 'number') {
        throw new PatchError(
          'notANumber',
          path,
          `${operation} of ${JSON.stringify(path)} needs a number to add.`,
        )
      }
      return changeEach(document, steps, (value) => {
        if (typeof value === 'number') return operation === 'inc' ? value + delta : value - delta
        throw new PatchError(
          'notANumber',
          path,
          `${operation} of ${JSON.stringify(path)} needs a number, but that place holds ${describe(value)}. Set it to a number first.`,
        )
      })
    }, root)
}

function patchText(path: string, text: unknown, patch: unknown): string {
  if (typeof text !== 'string') {
    throw new PatchError(
      'notText',
      path,
      `diffMatchPatch of ${JSON.stringify(path)} needs a string, but that place holds ${describe(text)}. Use set instead.`,
    )
  }
  try {
    // Hunks that no longer fit are left out, as in every client: the rest of the edit is kept.
    return applyPatches(parsePatch(String(patch)), text, {allowExceedingIndices: true})[0]
  } catch (cause) {
    throw new PatchError(
      'invalidTextPatch',
      path,
      `diffMatchPatch of ${JSON.stringify(path)} is not a patch in unified diff form, such as "@@ -1,2 +1,3 @@\\n ab\\n+c\\n".`,
      {cause},
    )
  }
}

const patchTexts: Change = (root, operand) =>
  readPaths('diffMatchPatch', operand).reduce((document, [path, steps, patch]) => {
    // An element that somebody removed takes its edits with it; an attribute that is not there is a mistake.
    const mode = steps.at(-1)?.type === 'attribute' ? 'creating' : 'existing'
    return matchPath(document, steps, mode).reduce(
      (next, place) => writeAtPath(next, place.path, patchText(path, place.value, patch)),
      document,
    )
  }, root)

const insertPositions: readonly InsertPosition[] = ['before', 'after', 'replace']

const insertAll: Change = (root, operand) => {
  const [at, ...others] = insertPositions.filter((position) => readAttribute(operand, position) !== undefined)
  const path = at === undefined ? undefined : readAttribute(operand, at)
  const items = readAttribute(operand, 'items')
  if (at === undefined || others.length > 0 || typeof path !== 'string' || !isList(items)) {
    throw new PatchError(
      'invalidOperation',
      'insert',
      'insert needs one of before, after or replace with a path, and items as an array.',
    )
  }
  const lists = insertItems(root, {at, path, steps: parsePath(path), items})
  return lists.reduce((next, list) => writeAtPath(next, list.path, list.value), root)
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
  const result = operationOrder.reduce<unknown>((value, [name, change]) => {
    const operand = patch[name]
    return operand === undefined ? value : change(value, operand)
  }, document)
  if (isRecord(result)) return result
  throw new PatchError('invalidOperation', '', 'A patch must leave an object as document.')
}
