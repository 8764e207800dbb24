import {DatabaseSync} from 'node:sqlite'
import {evaluateSync, parse} from 'groq-js'
import {Dataset} from '../Dataset.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {seedDocuments} from '../seedDocuments.ts'
import {upgradeDatabase} from '../store/upgradeDatabase.ts'
import {PARAMS} from './anyQuery.fixture.ts'

/** The instant at which everything happens. */
export const NOW = new Date('2026-01-01T00:00:00Z')

/** A dataset in memory in which even the smallest types have indexes. */
export function openDataset(documents: readonly JsonObject[], cacheBytes = 1_000_000): Dataset {
  const database = new DatabaseSync(':memory:')
  upgradeDatabase(database, {file: undefined})
  const row = {
    name: 'test',
    aclMode: 'public' as const,
    profile: 'content',
    addonFor: undefined,
    createdAt: '',
  }
  const options = {
    cacheBytes,
    clock: () => NOW,
    publicUrl: () => 'http://localhost',
    minIndexedDocuments: 0,
  }
  const opened = new Dataset(database, row, options)
  seedDocuments(opened, documents)
  return opened
}

/** Everything in a dataset. */
export function stored({store}: Dataset): JsonObject[] {
  return store.ids.values.map((id) => store.get(id)).filter((document) => document !== undefined)
}

/** What groq-js alone gives, over these documents. */
export function plain(documents: readonly JsonObject[], text: string): unknown {
  const dataset = documents.toSorted((left, right) => (String(left['_id']) < String(right['_id']) ? -1 : 1))
  return evaluateSync(parse(text, {params: PARAMS}), {
    dataset,
    params: PARAMS,
    timestamp: NOW,
    identity: 'me',
  }).data
}
