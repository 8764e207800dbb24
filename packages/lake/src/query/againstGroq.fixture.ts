import {DatabaseSync} from 'node:sqlite'
import {evaluateSync, parse} from 'groq-js'
import {Dataset} from '../Dataset.ts'
import {parseDocumentId} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {seedDocuments} from '../seedDocuments.ts'
import {upgradeDatabase} from '../store/upgradeDatabase.ts'
import {PARAMS} from './anyQuery.fixture.ts'
import type {Perspective} from './Perspective.ts'
import {runQuery} from './runQuery.ts'
import type {QueryAnswer} from './runQuery.ts'

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
export function plain(documents: readonly JsonObject[], text: string, params: JsonObject = PARAMS): unknown {
  const dataset = documents.toSorted((left, right) => (String(left['_id']) < String(right['_id']) ? -1 : 1))
  return evaluateSync(parse(text, {params}), {
    dataset,
    params,
    timestamp: NOW,
    identity: 'me',
  }).data
}

/** What the lake answers. */
export async function answer(
  opened: Dataset,
  text: string,
  perspective: Perspective,
  params: JsonObject = PARAMS,
): Promise<QueryAnswer> {
  const viewer = {kind: 'member', userId: 'me', role: 'administrator'} as const
  const request = {
    query: text,
    params,
    perspective,
    viewer,
    projectId: 'p',
    dataset: 'test',
    now: NOW,
  }
  return runQuery(opened.store, request)
}

/** The queries whose result is not that of groq-js alone, with both results. */
export async function differences(
  opened: Dataset,
  texts: readonly string[],
  perspective: Perspective,
  shown: readonly JsonObject[],
): Promise<object[]> {
  const found: object[] = []
  for (const text of texts) {
    const actual = JSON.stringify((await answer(opened, text, perspective)).result)
    const expected = JSON.stringify(plain(shown, text))
    if (actual !== expected) found.push({text, actual, expected})
  }
  return found
}

/** What a stack of perspectives shows of some documents. */
export function layered(documents: readonly JsonObject[], layers: readonly string[]): JsonObject[] {
  const best = new Map<string, {rank: number; document: JsonObject}>()
  for (const document of documents) {
    const parts = parseDocumentId(String(document['_id']))
    const layer = parts.kind === 'version' ? parts.release : parts.kind === 'draft' ? 'drafts' : 'published'
    const rank = [...layers, 'published'].indexOf(layer)
    const known = best.get(parts.publishedId)
    if (rank >= 0 && (!known || rank < known.rank)) best.set(parts.publishedId, {rank, document})
  }
  return [...best].map(([id, {document}]) => ({...document, _id: id, _originalId: document['_id']}))
}
