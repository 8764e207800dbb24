import {releaseDocumentId} from '../actions/releaseState.ts'
import {publishedIdOf} from '../documents/documentIds.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {History} from './History.ts'
import type {HistoryEntry} from './HistoryEntry.ts'
import type {PlacedEvent} from './pageOfEvents.ts'

// Edits of the metadata are not among them: the Studio derives those from the transactions of the release.
const TYPES: Record<string, string> = {
  'release.create': 'createRelease',
  'release.publish': 'publishRelease',
  'release.schedule': 'scheduleRelease',
  'release.unschedule': 'unscheduleRelease',
  'release.archive': 'archiveRelease',
  'release.unarchive': 'unarchiveRelease',
  'release.delete': 'deleteRelease',
}

/**
 * What happened to a release, and which documents came into it or left it.
 * @param transactions - newest first, each with all documents it touched
 */
export function releaseEvents(
  transactions: readonly HistoryEntry[][],
  releaseId: string,
  history: Pick<History, 'revisionAt'>,
): PlacedEvent[] {
  return transactions.flatMap((entries) =>
    [...ownEvents(entries, releaseId), ...memberEvents(entries, releaseId, history)]
      .toReversed()
      .map((event) => ({sequence: entries[0]?.sequence ?? 0, event})),
  )
}

function ownEvents(entries: readonly HistoryEntry[], releaseId: string): JsonObject[] {
  const entry = entries.find(({documentId}) => documentId === releaseDocumentId(releaseId))
  return (entry?.actions ?? []).flatMap((action) => {
    const type = TYPES[String(action['actionType']).replace('sanity.action.', '')]
    if (!entry || type === undefined || action['releaseId'] !== releaseId) return []
    const {publishAt, lateBySeconds} = action
    return [
      {
        ...base(entry, type, releaseId),
        ...(typeof publishAt === 'string' ? {publishAt} : {}),
        ...(typeof lateBySeconds === 'number' ? {lateBySeconds} : {}),
      },
    ]
  })
}

function memberEvents(
  entries: readonly HistoryEntry[],
  releaseId: string,
  history: Pick<History, 'revisionAt'>,
): JsonObject[] {
  // Publishing and archiving take all versions away; that is said once, not for each.
  const isWhole = entries.some(({actions}) =>
    actions.some(({actionType}) => /release\.(publish|archive|unarchive)$/.test(String(actionType))),
  )
  if (isWhole) return []
  return entries.flatMap((entry) => {
    if (!entry.documentId.startsWith(`versions.${releaseId}.`)) return []
    const documentId = publishedIdOf(entry.documentId)
    const shared = {documentId, documentType: typeOf(entry), versionId: entry.documentId}
    if (entry.previousRev === undefined) {
      const revisionId = history.revisionAt(documentId, entry.sequence)
      return [
        {
          ...base(entry, 'addDocumentToRelease', releaseId),
          ...shared,
          ...(revisionId === undefined ? {} : {revisionId}),
          versionRevisionId: entry.resultRev,
        },
      ]
    }
    if (entry.resultRev !== undefined) return []
    const type = 'discardDocumentFromRelease'
    return [{...base(entry, type, releaseId), ...shared, versionRevisionId: entry.previousRev}]
  })
}

// Creation and deletion carry the whole document in one of their patches.
function typeOf({apply, revert, previousRev}: HistoryEntry): unknown {
  const [, document] = previousRev === undefined ? apply : revert
  return isJsonObject(document) ? document['_type'] : undefined
}

function base({author, timestamp}: HistoryEntry, type: string, releaseName: string): JsonObject {
  return {type, timestamp, author, releaseName}
}
