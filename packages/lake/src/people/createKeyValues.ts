import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

export type KeyValue = {key: string; value: unknown}

/** What the Studio remembers for each person: columns, sorting, recent searches. */
export type KeyValues = {
  /** The pairs of these keys that there are, or all. */
  get(userId: string, keys?: readonly string[]): KeyValue[]
  /** @throws LakeError `badRequest` for what is no list of pairs, `tooLarge` beyond 64 KB a value or 1,000 keys. */
  put(userId: string, pairs: unknown): KeyValue[]
}

const MAX_VALUE_LENGTH = 65_536
const MAX_KEYS = 1000
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
export function createKeyValues(database: DatabaseSync): KeyValues {
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
        if (JSON.stringify(value).length > MAX_VALUE_LENGTH) {
          throw new LakeError(
            'tooLarge',
            `The value of key "${key}" is larger than ${MAX_VALUE_LENGTH} characters.`,
          )
        }
      }
      const others = Number(count.get(userId)?.['count'] ?? 0)
      if (others + read.length > MAX_KEYS) {
        throw new LakeError('tooLarge', `One person may have ${MAX_KEYS} keys. Use fewer, larger values.`)
      }
      for (const {key, value} of read) write.run(userId, key, JSON.stringify(value))
      return read
    },
  }
}
