import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parsePath} from '../patch/parsePath.ts'
import {actionError} from './ActionContext.ts'

const CHOICES: Record<string, readonly string[]> = {
  releaseType: ['asap', 'scheduled', 'undecided'],
  cardinality: ['one', 'many'],
}

/** @throws LakeError `badRequest` for a release type or cardinality that there is none of. */
export function assertMetadata(metadata: JsonObject): void {
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = metadata[name]
    if (value === undefined || value === null || choices.some((choice) => choice === value)) continue
    throw actionError(
      'badRequest',
      `"metadata.${name}" is ${choices.join(', ')}, not ${JSON.stringify(value)}.`,
    )
  }
}

/**
 * Lets through patches of a release's metadata alone: its state changes by actions of their own.
 * @throws LakeError `badRequest` naming the path.
 */
export function assertEditsMetadata(patch: JsonObject): void {
  for (const path of pathsOf(patch)) {
    if (firstAttribute(path) === 'metadata') continue
    throw actionError(
      'badRequest',
      `release.edit cannot change "${path}": it edits metadata, the rest of a release follows its actions.`,
    )
  }
}

function firstAttribute(path: string): string | undefined {
  try {
    const [first] = parsePath(path)
    return first?.type === 'attribute' ? first.name : undefined
  } catch {
    return undefined
  }
}

function pathsOf({insert, unset, ...others}: JsonObject): string[] {
  const places = isJsonObject(insert) ? [insert['after'], insert['before'], insert['replace']] : []
  const removed: unknown[] = Array.isArray(unset) ? unset : []
  const keyed = Object.values(others).flatMap((operation) =>
    isJsonObject(operation) ? Object.keys(operation) : [],
  )
  return [...[...places, ...removed].filter((path) => typeof path === 'string'), ...keyed]
}
