import {applyPatches, parsePatch} from '@sanity/diff-match-patch'
import {describe, insertItems, type InsertPosition} from './insertItems.ts'
import {isList, isRecord, matchPath, readAttribute} from './matchPath.ts'
import {parsePath, type Step} from './parsePath.ts'
import {PatchError} from './PatchError.ts'
import {changeAtPaths, REMOVED} from './changeAtPaths.ts'

/** One operation of a patch: gives the changed document, with what it was given under the operation's name. */
export type Change = (root: unknown, operand: unknown) => unknown

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

/** Sets every place that is named; what is missing on the way is made. */
export const setValues: Change = (root, operand) =>
  readPaths('set', operand).reduce((document, [path, steps, value]) => {
    const places = matchPath(document, steps, 'creating')
    if (places.length === 0) assertNoList(document, path, steps)
    return changeAtPaths(
      document,
      places.map((place) => ({path: place.path, change: () => value})),
    )
  }, root)

/** Sets the attributes that are not there yet. */
export const setMissing: Change = (root, operand) =>
  readPaths('setIfMissing', operand).reduce((document, [, steps, value]) => {
    const missing = matchPath(document, steps, 'creating').filter(
      (place) => place.value === undefined && typeof place.path.at(-1) === 'string',
    )
    return changeAtPaths(
      document,
      missing.map(({path}) => ({path, change: () => value})),
    )
  }, root)

/** Removes attributes and elements; paths that lead nowhere are no mistake. */
export const unsetPaths: Change = (root, operand) => {
  if (!isList(operand) || !operand.every((path) => typeof path === 'string')) {
    throw new PatchError('invalidOperation', 'unset', 'unset needs an array of paths, for example ["title"].')
  }
  return operand.reduce<unknown>((document, path) => {
    const places = matchPath(document, parsePath(path), 'existing').filter((place) => place.path.length > 0)
    return changeAtPaths(
      document,
      places.map((place) => ({path: place.path, change: () => REMOVED})),
    )
  }, root)
}

/** Adds to, or takes from, the numbers that are there. */
export function addNumbers(operation: 'dec' | 'inc'): Change {
  return (root, operand) =>
    readPaths(operation, operand).reduce((document, [path, steps, delta]) => {
      if (typeof delta !== 'number') {
        throw new PatchError(
          'notANumber',
          path,
          `${operation} of ${JSON.stringify(path)} needs a number to add.`,
        )
      }
      const add = (value: unknown) => {
        if (typeof value === 'number') return operation === 'inc' ? value + delta : value - delta
        throw new PatchError(
          'notANumber',
          path,
          `${operation} of ${JSON.stringify(path)} needs a number, but that place holds ${describe(value)}. Set it to a number first.`,
        )
      }
      const places = matchPath(document, steps, 'existing')
      return changeAtPaths(
        document,
        places.map((place) => ({path: place.path, change: add})),
      )
    }, root)
}

// Where a hunk does not fit, the text is searched for the place that it meant: that costs by both.
const MAX_TEXT_PATCH = 20_000_000

function patchText(path: string, text: unknown, patch: unknown): string {
  if (typeof text !== 'string') {
    throw new PatchError(
      'notText',
      path,
      `diffMatchPatch of ${JSON.stringify(path)} needs a string, but that place holds ${describe(text)}. Use set instead.`,
    )
  }
  const source = String(patch)
  const hunks = source.split('\n@@').length
  if (hunks * text.length > MAX_TEXT_PATCH) {
    throw new PatchError(
      'invalidTextPatch',
      path,
      `diffMatchPatch of ${JSON.stringify(path)} has ${hunks} hunks for a text of ${text.length} characters: their product may be ${MAX_TEXT_PATCH}. Send fewer hunks at once, or use set.`,
    )
  }
  try {
    // Hunks that no longer fit are left out, as in every client: the rest of the edit is kept.
    return applyPatches(parsePatch(source), text, {allowExceedingIndices: true})[0]
  } catch (cause) {
    throw new PatchError(
      'invalidTextPatch',
      path,
      `diffMatchPatch of ${JSON.stringify(path)} is not a patch in unified diff form, such as "@@ -1,2 +1,3 @@\\n ab\\n+c\\n".`,
      {cause},
    )
  }
}

/** Edits strings by diff-match-patch. */
export const patchTexts: Change = (root, operand) =>
  readPaths('diffMatchPatch', operand).reduce((document, [path, steps, patch]) => {
    // An element that somebody removed takes its edits with it; an attribute that is not there is a mistake.
    const mode = steps.at(-1)?.type === 'attribute' ? 'creating' : 'existing'
    return changeAtPaths(
      document,
      matchPath(document, steps, mode).map((place) => ({
        path: place.path,
        change: (text) => patchText(path, text, patch),
      })),
    )
  }, root)

const insertPositions: readonly InsertPosition[] = ['before', 'after', 'replace']

/** Inserts before or after, or replaces elements of arrays. */
export const insertAll: Change = (root, operand) => {
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
  return changeAtPaths(root, insertItems(root, {at, path, steps: parsePath(path), items}))
}
