import type {StoredDocument} from './documents.ts'
import {Random} from './Random.ts'

const KEPT = new Set(['_id', '_type', '_key', '_ref', '_rev', '_createdAt', '_updatedAt'])

/** The same documents as an editor may leave them half-way: fields gone or null, rules broken. Assets stay whole. */
export function loosen(documents: readonly StoredDocument[], seed: number): StoredDocument[] {
  const random = new Random(seed)
  return documents.map((document) => {
    if (document._type.startsWith('sanity.')) return document
    const {_id, _type, _rev, _createdAt, _updatedAt} = document
    return {...loosenObject(document, random), _id, _type, _rev, _createdAt, _updatedAt}
  })
}

function loosenObject(object: object, random: Random): Record<string, unknown> {
  const isSanitys =
    '_type' in object && typeof object._type === 'string' && object._type.startsWith('sanity.')
  if (isSanitys) return {...object}
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]: [string, unknown]) => {
      if (KEPT.has(name)) return [[name, value]]
      const chance = random.next()
      if (chance < 0.25) return []
      return [[name, chance < 0.35 ? null : loosenValue(value, random)]]
    }),
  )
}

function loosenValue(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => loosenValue(item, random))
  if (typeof value === 'object' && value !== null) return loosenObject(value, random)
  // Out of every bound, but of the same kind; 1, 2 and 3 are a closed list, which is part of the type.
  if (typeof value === 'number' && random.chance(0.3))
    return [1, 2, 3].includes(value) ? value : -value - 0.123
  return value
}
