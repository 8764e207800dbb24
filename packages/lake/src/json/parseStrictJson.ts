import {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {isJsonObject} from './isJsonObject.ts'
import {parseJson} from './parseJson.ts'

type Limits = Pick<LakeLimits, 'maxJsonDepth'>

/**
 * Parses JSON from outside and refuses what `JSON.parse` accepts but a store would change without a word, or a reader
 * could be harmed by: numbers out of range, halves of characters, `__proto__` as a name, depth beyond the limit.
 * Of names that are there twice the last one counts, as everywhere.
 * @throws LakeError `badRequest` naming the place.
 */
export function parseStrictJson(text: string, limits: Limits): unknown {
  let value: unknown
  try {
    value = parseJson(text)
  } catch (cause) {
    throw new LakeError('badRequest', 'This is not valid JSON.', {cause})
  }
  measureStorable(value, limits)
  return value
}

/**
 * Checks a JSON value as {@link parseStrictJson} does; returns about how many bytes it is as text.
 * @throws LakeError `badRequest` naming the place.
 */
export function measureStorable(value: unknown, limits: Limits): number {
  return measure(value, [], limits)
}

// `path` is one list for the whole walk: it grows and shrinks with the place.
function measure(value: unknown, path: (string | number)[], limits: Limits): number {
  if (typeof value === 'string') return measureText(value, path)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new LakeError(
      'badRequest',
      `The number at ${describe(path)} is out of range: use one up to 1.79e308.`,
    )
  }
  if (typeof value !== 'object' || value === null) return 5
  if (path.length >= limits.maxJsonDepth) {
    throw limitError(limits, 'maxJsonDepth', {
      what: `The JSON is nested too deeply at ${describe(path.slice(0, 8))}`,
      code: 'badRequest',
    })
  }
  let bytes = 2
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index)
      bytes += 1 + measure(value[index], path, limits)
      path.pop()
    }
    return bytes
  }
  if (!isJsonObject(value)) return bytes
  for (const name of Object.keys(value)) {
    path.push(name)
    if (name === '__proto__') {
      throw new LakeError('badRequest', `The name at ${describe(path)} cannot be used: choose another.`)
    }
    bytes += 2 + measureText(name, path) + measure(value[name], path, limits)
    path.pop()
  }
  return bytes
}

function measureText(text: string, path: readonly (string | number)[]): number {
  // Stored as UTF-8 it would come back as another text.
  if (text.isWellFormed()) return text.length + 2
  throw new LakeError(
    'badRequest',
    `The text at ${describe(path)} holds half of a character (a lone surrogate): send whole characters.`,
  )
}

function describe(path: readonly (string | number)[]): string {
  return path.length === 0
    ? 'the top'
    : path.map((part) => String(part).slice(0, 80).toWellFormed()).join('.')
}
