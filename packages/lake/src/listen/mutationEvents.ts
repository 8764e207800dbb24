import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {DocumentEffect, TransactionRecord} from '../transactions/TransactionRecord.ts'

/** What a listener asked to be told. */
export type ListenOptions = {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
  includeAllVersions: boolean
}

type Transition = 'appear' | 'update' | 'disappear'

/**
 * The events of one transaction for one listener, in order. `transactionTotalEvents` counts what this listener gets:
 * the Studio waits until it has seen that many.
 * @param matches - whether a document is among those the listener asked for, in the dataset before the transaction or after it
 */
export function mutationEvents(
  record: TransactionRecord,
  options: ListenOptions,
  matches: Record<'before' | 'after', (document: LakeDocument | undefined) => boolean>,
): JsonObject[] {
  const seen: {effect: DocumentEffect; transition: Transition}[] = []
  for (const effect of record.effects) {
    if (!options.includeAllVersions && effect.documentId.startsWith('versions.')) continue
    const transition = transitionOf(matches.before(effect.before), matches.after(effect.after))
    if (transition) seen.push({effect, transition})
  }
  return seen.map(({effect, transition}, index) => ({
    eventId: `${record.id}#${effect.documentId}`,
    documentId: effect.documentId,
    transactionId: record.id,
    transition,
    identity: record.author,
    ...(options.includeMutations ? {mutations: effect.mutations} : {}),
    ...(options.includeEffects ? {effects: {apply: effect.apply, revert: effect.revert}} : {}),
    ...(effect.before ? {previousRev: effect.before._rev} : {}),
    // Also of a deletion: the Studio orders events by it.
    resultRev: record.id,
    ...(options.includeResult && effect.after ? {result: effect.after} : {}),
    ...(options.includePreviousRevision && effect.before ? {previous: effect.before} : {}),
    timestamp: record.timestamp,
    visibility: 'query',
    transactionCurrentEvent: index + 1,
    transactionTotalEvents: seen.length,
  }))
}

function transitionOf(before: boolean, after: boolean): Transition | undefined {
  if (after) return before ? 'update' : 'appear'
  return before ? 'disappear' : undefined
}
