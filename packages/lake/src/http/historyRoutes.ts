import {releaseDocumentId} from '../actions/releaseState.ts'
import type {Dataset} from '../Dataset.ts'
import {parseDocumentId, publishedIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {documentEvents} from '../history/documentEvents.ts'
import type {History, HistoryPoint} from '../history/History.ts'
import type {HistoryEntry} from '../history/HistoryEntry.ts'
import {pageOfEvents} from '../history/pageOfEvents.ts'
import type {PlacedEvent} from '../history/pageOfEvents.ts'
import {releaseEvents} from '../history/releaseEvents.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {LakeCore} from '../LakeCore.ts'
import {answerTransactions, readLimit} from './historyTransactions.ts'
import type {LakeApp, LakeRequest} from './LakeApp.ts'
import {jsonAnswer, renderDocuments} from './renderDocuments.ts'

/** `GET /data/history/:dataset/…`: what happened, and what documents were. All of it needs a token. */
export function addHistoryRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/history/:dataset/documents/:ids', (c) => {
    const {history} = historyOf(c, lake)
    const point = readPoint(c)
    const ids = [...new Set((c.req.param('ids') ?? '').split(','))]
    const documents = documentsAt(ids, point, history)
    return jsonAnswer(c.req.raw, `{"documents":${renderDocuments(documents, lake.limits)}}`)
  })

  app.get('/:version/data/history/:dataset/transactions/:ids', (c) => {
    const {history} = historyOf(c, lake)
    return answerTransactions(c, history)
  })

  app.get('/:version/data/history/:dataset/events/documents/:id', (c) => {
    const {history} = historyOf(c, lake)
    const pages = (c.req.param('id') ?? '')
      .split(',')
      .map((id) => ({id, ...readPage(c, eventsOf(history, id))}))
    const events = Object.fromEntries(pages.map(({id, events}) => [id, events]))
    // A cursor is a place in the events of one document.
    return Response.json({events, nextCursor: pages.length === 1 ? (pages[0]?.nextCursor ?? '') : ''})
  })

  app.get('/:version/data/history/:dataset/events/releases/:id', (c) => {
    const {history} = historyOf(c, lake)
    const id = c.req.param('id') ?? ''
    const ids = [releaseDocumentId(id), ...history.idsWithPrefix(`versions.${id}.`)]
    return Response.json(readPage(c, releaseEvents(transactionsOf(history, ids), id, history)))
  })
}

function* documentsAt(ids: readonly string[], point: HistoryPoint, history: History): Generator<object> {
  for (const id of ids) {
    const document = history.documentAt(id, point) ?? publishedUnder(id, ids, point, history)
    if (document) yield document
  }
}

function historyOf(c: LakeRequest, lake: LakeCore): Dataset {
  return lake.datasets.get(c.req.param('dataset') ?? '')
}

// The events of a draft name revisions of what was published without one, as by an import, and the Studio asks for them
// under the id of the draft.
function publishedUnder(
  id: string,
  ids: readonly string[],
  point: HistoryPoint,
  history: History,
): LakeDocument | undefined {
  const publishedId = publishedIdOf(id)
  if (!('revision' in point) || ids.includes(publishedId)) return undefined
  const published = history.documentAt(publishedId, point)
  return published?._rev === point.revision ? published : undefined
}

function eventsOf(history: History, id: string): PlacedEvent[] {
  const publishedId = publishedIdOf(id)
  const parts = parseDocumentId(id)
  const release = parts.kind === 'version' ? [releaseDocumentId(parts.release)] : []
  const asked = [id, publishedId, ...release]
  // Asked by document: the transaction of an import may have touched a hundred thousand others.
  const groups = history
    .transactions([...history.groupOf(publishedId), ...release], {}, {limit: Infinity, reverse: true})
    .filter((entries) => entries.some(({documentId}) => asked.includes(documentId)))
  return documentEvents(groups, id, history)
}

/** The transactions that touched any of these documents, newest first, each whole. */
function transactionsOf(history: History, ids: readonly string[]): HistoryEntry[][] {
  const sequences = new Set<number>()
  for (const id of ids) for (const {sequence} of history.entriesOf(id)) sequences.add(sequence)
  return [...sequences].toSorted((left, right) => right - left).map((sequence) => history.entriesIn(sequence))
}

function readPoint(c: LakeRequest): HistoryPoint {
  const {revision, time, lastRevision} = c.req.query()
  // "Mutually exclusive" (Sanity docs, History API).
  if ([revision, time, lastRevision === 'true' ? 'true' : ''].filter(Boolean).length > 1) {
    throw new LakeError('badRequest', 'Give one of "revision", "time" and "lastRevision", not several.')
  }
  if (lastRevision === 'true') return {last: true}
  if (revision !== undefined && revision !== '') return {revision}
  const parsed = Date.parse(time ?? '')
  if (time !== undefined && Number.isNaN(parsed))
    throw new LakeError('badRequest', `"${time}" is not a time.`)
  return {time: new Date(time === undefined ? Date.now() : parsed).toISOString()}
}

function readPage(
  c: LakeRequest,
  placed: readonly PlacedEvent[],
): {events: JsonObject[]; nextCursor: string} {
  return pageOfEvents(placed, {cursor: c.req.query('nextCursor'), limit: readLimit(c)})
}
