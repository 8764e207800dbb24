import type {DatabaseSync} from 'node:sqlite'
import {applyPatch} from 'mendoza'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {isSameJson} from '../mendoza/isSameJson.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {Finding} from './Finding.ts'
import {insertDocument} from './insertDocument.ts'
import {readList, readStored} from './readStored.ts'

/** A change of one document as the log has it. */
export type LogRow = {
  dataset: string
  document: string
  previousRev: string | null
  resultRev: string | null
  apply: unknown
  revert: unknown
}

type Place = {dataset: string; document: string}

type State = JsonObject | null | undefined | 'begins later'

// Of assets these follow the dataset and the address of the lake, and not the log alone.
const FOLLOWING = ['path', 'url']

/** Goes through all that ever happened to a document, oldest first: it must lead to the document that is there. */
export function* replayDocument(database: DatabaseSync, rows: readonly LogRow[]): Generator<Finding> {
  const [first] = rows
  if (!first) return
  const {dataset, document} = first
  const place = {dataset, document}
  const gap = rows.findIndex((row, index) => index > 0 && row.previousRev !== rows[index - 1]?.resultRev)
  if (gap > 0) {
    yield {
      ...place,
      problem: `its history has a gap before revision ${rows[gap]?.resultRev ?? 'none'}.`,
      fix: BACKUP,
    }
    return
  }
  const lastRev = rows.at(-1)?.resultRev
  const row = database
    .prepare('SELECT rev, content FROM documents WHERE dataset = ? AND id = ?')
    .get(dataset, document)
  const state = replay(rows)
  if (!row && lastRev != null) {
    yield lost(database, place, lastRev, state)
    return
  }
  if ((row?.['rev'] ?? null) !== (lastRev ?? null)) {
    yield {
      ...place,
      problem: `it is at revision ${String(row?.['rev'] ?? 'none')}, its last change led to ${lastRev ?? 'none'}.`,
      fix: BACKUP,
    }
    return
  }
  if (state === undefined) {
    yield {...place, problem: 'changes of it cannot be undone as the log says.', fix: BACKUP}
    return
  }
  if (row && state !== 'begins later') yield* compare(database, place, row['content'], state)
}

function lost(database: DatabaseSync, place: Place, rev: string, state: State): Finding {
  const problem = `it is not there; its last change led to revision ${rev}.`
  const document = typeof state === 'object' ? {...state, _rev: rev} : undefined
  if (!isLakeDocument(document)) return {...place, problem, fix: BACKUP}
  return {...place, problem, fix: REPAIR, repair: () => insertDocument(database, place.dataset, document)}
}

/** The last state; undefined when the log contradicts itself. A copy without history knows no first state. */
function replay(rows: readonly LogRow[]): State {
  if (rows[0]?.previousRev !== null) return 'begins later'
  let state: unknown = null
  for (const row of rows) {
    const [apply, revert] = [readList(row.apply), readList(row.revert)]
    if (!apply || !revert) return undefined
    try {
      const next: unknown = applyPatch(state, apply)
      if (!isSameJson(applyPatch(next, revert), state)) return undefined
      state = next
    } catch {
      return undefined
    }
  }
  return isJsonObject(state) || state === null ? state : undefined
}

function* compare(
  database: DatabaseSync,
  place: Place,
  content: unknown,
  state: JsonObject | null,
): Generator<Finding> {
  const stored = readStored(content)
  if (!stored) {
    const {_rev: rev} = database
      .prepare('SELECT rev AS _rev FROM documents WHERE dataset = ? AND id = ?')
      .get(place.dataset, place.document) ?? {_rev: null}
    yield {
      ...place,
      problem: 'its text is not a document; the log knows what it was.',
      fix: REPAIR,
      repair: () => {
        database
          .prepare('UPDATE documents SET content = ? WHERE dataset = ? AND id = ?')
          .run(JSON.stringify({...state, _rev: rev}), place.dataset, place.document)
      },
    }
    return
  }
  const {_rev: _, ...found} = stored
  if (isSameJson(comparable(found), comparable(state ?? {}))) return
  yield {...place, problem: 'it is not what its changes lead to.', fix: BACKUP}
}

function comparable(content: JsonObject): JsonObject {
  const type = content['_type']
  if (type !== 'sanity.imageAsset' && type !== 'sanity.fileAsset') return content
  return Object.fromEntries(Object.entries(content).filter(([name]) => !FOLLOWING.includes(name)))
}
