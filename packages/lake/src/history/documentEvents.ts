import {parseDocumentId, publishedIdOf} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {HistoryEntry} from './History.ts'

/**
 * The life of a document as the Studio's history panel lists it, from the transactions that touched it or what it is
 * published as. Edits are not among the events: clients derive those from the transactions.
 * @param transactions - each with its entries for the published document, its draft and its versions
 */
export function documentEvents(transactions: readonly HistoryEntry[][], documentId: string): JsonObject[] {
  return transactions.flatMap((entries) => eventsOf(entries, documentId))
}

function eventsOf(entries: readonly HistoryEntry[], documentId: string): JsonObject[] {
  const publishedId = publishedIdOf(documentId)
  const published = entries.find(({documentId}) => documentId === publishedId)
  const variants = entries.filter(({documentId}) => documentId !== publishedId)
  const gone = variants.find(isDeletion)
  const [first] = entries
  if (!first) return []
  if (published && !isDeletion(published)) return [publishedEvent(published, gone)]
  if (published) {
    const kept = variants.find((entry) => !isDeletion(entry))
    return [
      kept
        ? unpublishEvent(first, publishedId, kept)
        : event(first, 'deleteDocumentGroup', {documentId: publishedId}),
    ]
  }
  return variants
    .filter((variant) => variant.documentId === documentId)
    .flatMap((variant) => variantEvents(variant, publishedId))
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
  if (releaseId === undefined) return 'document.publish'
  return entry.actions.some((action) => action['scheduled'] === true) ? 'release.schedule' : 'release.publish'
}

function unpublishEvent(entry: HistoryEntry, documentId: string, kept: HistoryEntry): JsonObject {
  return event(entry, 'unpublishDocument', {
    documentId,
    versionId: kept.documentId,
    versionRevisionId: kept.resultRev,
  })
}

function variantEvents(variant: HistoryEntry, documentId: string): JsonObject[] {
  const releaseId = releaseOf(variant.documentId)
  const shared = {documentId, versionId: variant.documentId, ...(releaseId === undefined ? {} : {releaseId})}
  if (variant.previousRev === undefined) {
    return [event(variant, 'createDocumentVersion', {...shared, versionRevisionId: variant.resultRev})]
  }
  if (!isDeletion(variant)) return []
  return [event(variant, 'deleteDocumentVersion', {...shared, versionRevisionId: variant.previousRev})]
}

function event({author, timestamp}: HistoryEntry, type: string, members: JsonObject): JsonObject {
  return {type, timestamp, author, ...members}
}

function isDeletion({resultRev}: HistoryEntry): boolean {
  return resultRev === undefined
}

function releaseOf(id: string): string | undefined {
  const parts = parseDocumentId(id)
  return parts.kind === 'version' ? parts.release : undefined
}
