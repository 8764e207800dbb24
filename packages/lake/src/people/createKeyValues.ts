import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'

export type KeyValue = {key: string; value: unknown}

/** What the Studio remembers for each person: columns, sorting, recent searches. */
export type KeyValues = {
  /** The pairs of these keys that there are, or all. */
  get(userId: string, keys?: readonly string[]): KeyValue[]
  /** @throws LakeError `badRequest` for what is no list of pairs, `tooLarge` beyond the limits. */
  put(userId: string, pairs: unknown): KeyValue[]
}

const MAX_KEY_LENGTH = 500

function readPairs(pairs: unknown): KeyValue[] {
  const list: unknown[] = Array.isArray(pairs) ? pairs : [pairs]
  return list.map((pair) => {
    const key = isJsonObject(pair) ? pair['key'] : undefined
    if (!isJsonObject(pair) || typeof key !== 'string' || key === '' || key.length > MAX_KEY_LENGTH) {
      throw new LakeError('badRequest', 'Key-values are written as [{"key": "…", "value": …}].')
    }
    return {key, value: pair['value'] ?? null}
  })
}

function toPair(row: Record<string, unknown>): KeyValue {
  return {key: String(row['key']), value: parseJson(String(row['value']))}
}

/** Key-values of people, in the lake's database; its tables must be there. */
export function createKeyValues(
  database: DatabaseSync,
  limits: Pick<LakeLimits, 'maxKeyValueBytes' | 'maxKeyValues'>,
): KeyValues {
  const all = database.prepare('SELECT key, value FROM people_keyvalues WHERE user_id = ? ORDER BY key')
  const one = database.prepare('SELECT key, value FROM people_keyvalues WHERE user_id = ? AND key = ?')
  const count = database.prepare('SELECT count(*) AS count FROM people_keyvalues WHERE user_id = ?')
  const write = database.prepare(
    `INSERT INTO people_keyvalues (user_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
  )
  return {
    get: (userId, keys) =>
      keys === undefined
        ? all.all(userId).map(toPair)
        : keys.flatMap((key) => {
            const row = one.get(userId, key)
            return row ? [toPair(row)] : []
          }),
    put(userId, pairs) {
      const read = readPairs(pairs)
      for (const {key, value} of read) {
        if (Buffer.byteLength(JSON.stringify(value)) > limits.maxKeyValueBytes)
          throw limitError(limits, 'maxKeyValueBytes', {what: `The value of key "${key}" is too large`})
      }
      const isNew = ({key}: KeyValue): boolean => one.get(userId, key) === undefined
      const others = Number(count.get(userId)?.['count'] ?? 0)
      if (others + read.filter(isNew).length > limits.maxKeyValues)
        throw limitError(limits, 'maxKeyValues', {what: 'There are too many keys: use fewer, larger values'})
      for (const {key, value} of read) write.run(userId, key, JSON.stringify(value))
      return read
    },
  }
}
