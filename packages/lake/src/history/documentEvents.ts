import {releaseDocumentId} from '../actions/releaseState.ts'
import {parseDocumentId, publishedIdOf} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {History} from './History.ts'
import type {HistoryEntry} from './HistoryEntry.ts'
import type {PlacedEvent} from './pageOfEvents.ts'

/** What the events of a document are told with: the state of other documents at the time. */
export type GroupHistory = Pick<History, 'groupOf' | 'revisionAt'>

/**
 * The life of a document as the Studio's history panel lists it, from the transactions that touched it, what it is
 * published as, or the release it is in. Edits are not among the events: clients derive those from the transactions.
 * @param transactions - newest first, each with all documents it touched
 */
export function documentEvents(
  transactions: readonly HistoryEntry[][],
  documentId: string,
  history: GroupHistory,
): PlacedEvent[] {
  const placed = transactions.flatMap((entries) =>
    eventsOf(entries, documentId, history).map((event) => ({sequence: entries[0]?.sequence ?? 0, event})),
  )
  return withScheduleStates(placed)
}

function eventsOf(all: readonly HistoryEntry[], documentId: string, history: GroupHistory): JsonObject[] {
  const publishedId = publishedIdOf(documentId)
  const entries = all.filter((entry) => publishedIdOf(entry.documentId) === publishedId)
  const published = entries.find((entry) => entry.documentId === publishedId)
  const variants = entries.filter((entry) => entry.documentId !== publishedId)
  const gone =
    variants.find((entry) => entry.documentId === documentId && isDeletion(entry)) ??
    variants.find(isDeletion)
  if (published && !isDeletion(published)) return [publishedEvent(published, gone)]
  if (published) return [goneEvent(published, variants, gone)]
  const [variant] = variants.filter((entry) => entry.documentId === documentId)
  if (variant) return variantEvents(variant, publishedId, history)
  return scheduleEvents(all, documentId, history)
}

function publishedEvent(published: HistoryEntry, variant: HistoryEntry | undefined): JsonObject {
  const {documentId, resultRev} = published
  if (!variant) {
    const type = published.previousRev === undefined ? 'createLiveDocument' : 'updateLiveDocument'
    return event(published, type, {documentId, revisionId: resultRev})
  }
  const releaseId = releaseOf(variant.documentId)
  return event(published, 'publishDocumentVersion', {
    documentId,
    revisionId: resultRev,
    versionId: variant.documentId,
    versionRevisionId: variant.previousRev,
    publishCause: publishCause(published, releaseId),
    ...(releaseId === undefined ? {} : {releaseId}),
  })
}

// A release goes out by an editor's hand or by the clock; a single draft is published.
function publishCause(entry: HistoryEntry, releaseId: string | undefined): string {
  if (releaseId === undefined || !isReleased(entry)) return 'document.publish'
  return entry.actions.some((action) => action['scheduled'] === true) ? 'release.schedule' : 'release.publish'
}

function goneEvent(
  published: HistoryEntry,
  variants: readonly HistoryEntry[],
  gone: HistoryEntry | undefined,
): JsonObject {
  const {documentId} = published
  const kept = variants.find((entry) => !isDeletion(entry))
  const cause = kept ?? (isReleased(published) ? gone : undefined)
  if (!cause) return event(published, 'deleteDocumentGroup', {documentId})
  const releaseId = releaseOf(cause.documentId)
  return event(published, 'unpublishDocument', {
    documentId,
    versionId: cause.documentId,
    versionRevisionId: cause.resultRev ?? cause.previousRev,
    ...(releaseId === undefined ? {} : {releaseId}),
  })
}

function variantEvents(variant: HistoryEntry, documentId: string, history: GroupHistory): JsonObject[] {
  const releaseId = releaseOf(variant.documentId)
  const shared = {documentId, versionId: variant.documentId, ...(releaseId === undefined ? {} : {releaseId})}
  if (variant.previousRev === undefined) {
    return [event(variant, 'createDocumentVersion', {...shared, versionRevisionId: variant.resultRev})]
  }
  if (!isDeletion(variant)) return []
  const isLast = history
    .groupOf(documentId)
    .every((id) => history.revisionAt(id, variant.sequence) === undefined)
  if (isLast) return [event(variant, 'deleteDocumentGroup', {documentId})]
  return [event(variant, 'deleteDocumentVersion', {...shared, versionRevisionId: variant.previousRev})]
}

function scheduleEvents(
  entries: readonly HistoryEntry[],
  versionId: string,
  history: GroupHistory,
): JsonObject[] {
  const releaseId = releaseOf(versionId)
  const entry = entries.find(({documentId}) => documentId === releaseDocumentId(releaseId ?? ''))
  const versionRevisionId = entry && history.revisionAt(versionId, entry.sequence)
  if (!entry || versionRevisionId === undefined) return []
  const shared = {documentId: publishedIdOf(versionId), releaseId, versionId, versionRevisionId}
  return entry.actions.flatMap(({actionType, publishAt}) => {
    if (actionType === 'sanity.action.release.schedule')
      return [event(entry, 'scheduleDocumentVersion', {...shared, publishAt})]
    if (actionType === 'sanity.action.release.unschedule')
      return [event(entry, 'unscheduleDocumentVersion', shared)]
    return []
  })
}

const ENDS: Record<string, string> = {
  unscheduleDocumentVersion: 'unscheduled',
  publishDocumentVersion: 'published',
}

/** Says of each schedule what became of it: what comes after it stands before it in the list. */
function withScheduleStates(placed: readonly PlacedEvent[]): PlacedEvent[] {
  let state = 'pending'
  return placed.map(({sequence, event}) => {
    const type = String(event['type'])
    state = ENDS[type] ?? state
    if (type !== 'scheduleDocumentVersion') return {sequence, event}
    const told = {sequence, event: {...event, state}}
    state = 'pending'
    return told
  })
}

function event({author, timestamp}: HistoryEntry, type: string, members: JsonObject): JsonObject {
  return {type, timestamp, author, ...members}
}

function isDeletion({resultRev}: HistoryEntry): boolean {
  return resultRev === undefined
}

function isReleased({actions}: HistoryEntry): boolean {
  return actions.some(({actionType}) => actionType === 'sanity.action.release.publish')
}

function releaseOf(id: string): string | undefined {
  const parts = parseDocumentId(id)
  return parts.kind === 'version' ? parts.release : undefined
}
