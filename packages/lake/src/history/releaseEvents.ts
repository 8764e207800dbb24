import {publishedIdOf} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {HistoryEntry} from './History.ts'

const TYPES: Record<string, string> = {
  'release.create': 'createRelease',
  'release.edit': 'editRelease',
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
export function releaseEvents(transactions: readonly HistoryEntry[][], releaseId: string): JsonObject[] {
  return transactions.flatMap((entries) => [
    ...ownEvents(entries, releaseId),
    ...memberEvents(entries, releaseId),
  ])
}

function ownEvents([entry]: readonly HistoryEntry[], releaseId: string): JsonObject[] {
  return (entry?.actions ?? []).flatMap((action) => {
    const type = TYPES[String(action['actionType']).replace('sanity.action.', '')]
    if (!entry || type === undefined || action['releaseId'] !== releaseId) return []
    const {publishAt} = action
    return [{...base(entry, type, releaseId), ...(typeof publishAt === 'string' ? {publishAt} : {})}]
  })
}

function memberEvents(entries: readonly HistoryEntry[], releaseId: string): JsonObject[] {
  // Publishing and archiving take all versions away; that is said once, not for each.
  const isWhole = entries.some(({actions}) =>
    actions.some(({actionType}) => /release\.(publish|archive|unarchive)$/.test(String(actionType))),
  )
  if (isWhole) return []
  return entries.flatMap((entry) => {
    if (!entry.documentId.startsWith(`versions.${releaseId}.`)) return []
    const shared = {documentId: publishedIdOf(entry.documentId), versionId: entry.documentId}
    if (entry.previousRev === undefined) {
      return [
        {...base(entry, 'addDocumentToRelease', releaseId), ...shared, versionRevisionId: entry.resultRev},
      ]
    }
    if (entry.resultRev !== undefined) return []
    return [
      {
        ...base(entry, 'discardDocumentFromRelease', releaseId),
        ...shared,
        versionRevisionId: entry.previousRev,
      },
    ]
  })
}

function base({author, timestamp}: HistoryEntry, type: string, releaseName: string): JsonObject {
  return {type, timestamp, author, releaseName}
}
