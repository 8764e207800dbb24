import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {applyPatch} from 'mendoza'
import {draftIdOf, publishedIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import {fromLogged, needsDocument} from '../transactions/loggedMutations.ts'
import {textOrNothing, toEntry} from './HistoryEntry.ts'
import type {HistoryEntry} from './HistoryEntry.ts'
import {restored, withoutRevision} from './revisions.ts'

/** Which transactions of a document to give. */
export type HistoryRange = {
  fromTransaction?: string | undefined
  toTransaction?: string | undefined
  fromTime?: string | undefined
  toTime?: string | undefined
  /** Only transactions of these people. */
  authors?: readonly string[] | undefined
}

/** A moment in the life of a dataset: just after a transaction, a time, or the last at which the document was there. */
export type HistoryPoint = {revision: string} | {sequence: number} | {time: string} | {last: true}

/** What documents were: read from the log of transactions, back from what they are. */
export class History {
  readonly #store: DocumentStore
  readonly #entries: StatementSync
  readonly #transaction: StatementSync
  readonly #sequence: StatementSync
  readonly #ids: StatementSync
  readonly #variants: StatementSync
  readonly #revision: StatementSync

  constructor(database: DatabaseSync, store: DocumentStore) {
    this.#store = store
    const columns = `e.sequence, t.id, t.author, t.timestamp, e.document, e.previous_rev, e.result_rev, e.apply, e.revert, e.mutations, t.origin
       FROM transactions e JOIN transactions t ON t.position = e.sequence`
    this.#entries = database.prepare(
      `SELECT ${columns} WHERE e.dataset = ? AND e.document = ? AND e.apply IS NOT NULL ORDER BY e.sequence DESC`,
    )
    this.#transaction = database.prepare(
      `SELECT ${columns} WHERE t.position = ?1 AND e.position >= ?1 AND e.position < ?1 + t.effects AND e.apply IS NOT NULL`,
    )
    this.#ids = database.prepare(
      'SELECT DISTINCT document FROM transactions WHERE dataset = ? AND document >= ? AND document < ?',
    )
    this.#variants = database.prepare(
      `SELECT DISTINCT document FROM transactions
       WHERE dataset = ?1 AND document >= 'versions.' AND document < 'versions/' AND substr(document, -length(?2)) = ?2`,
    )
    this.#revision = database.prepare(
      `SELECT result_rev FROM transactions WHERE dataset = ? AND document = ? AND sequence <= ?
       ORDER BY sequence DESC LIMIT 1`,
    )
    this.#sequence = database.prepare('SELECT sequence FROM transactions WHERE dataset = ? AND id = ?')
  }

  /** Transactions that touched a document, newest first. */
  *entriesOf(documentId: string): Generator<HistoryEntry> {
    for (const row of this.#entries.iterate(this.#store.dataset, documentId)) yield toEntry(row)
  }

  /** Ids of all documents there ever were that begin with a text. */
  idsWithPrefix(prefix: string): string[] {
    return this.#ids.all(this.#store.dataset, prefix, `${prefix}\uffff`).map((row) => String(row['document']))
  }

  /** The published id and the ids of all drafts and versions of it that there ever were. */
  groupOf(publishedId: string): string[] {
    const rows = this.#variants.all(this.#store.dataset, `.${publishedId}`)
    const versions = rows.map((row) => String(row['document']))
    return [
      publishedId,
      draftIdOf(publishedId),
      ...versions.filter((id) => publishedIdOf(id) === publishedId),
    ]
  }

  /** The revision that a document had just after a transaction; undefined where it was not there. */
  revisionAt(id: string, sequence: number): string | undefined {
    return textOrNothing(this.#revision.get(this.#store.dataset, id, sequence)?.['result_rev'])
  }

  /** Every document that a transaction touched. */
  entriesIn(sequence: number): HistoryEntry[] {
    return this.#transaction.all(sequence).map(toEntry)
  }

  /** The document as it was at a moment, if it was there. */
  documentAt(id: string, point: HistoryPoint): LakeDocument | undefined {
    const isReached = this.#test(point)
    const current = this.#store.get(id)
    let state: unknown = current ? withoutRevision(current) : null
    for (const entry of this.entriesOf(id)) {
      if (isReached(entry)) return restored(state, entry.resultRev)
      state = applyPatch(state, entry.revert)
    }
    return undefined
  }

  #test(point: HistoryPoint): (entry: HistoryEntry) => boolean {
    if ('time' in point) return ({timestamp}) => timestamp <= point.time
    if ('sequence' in point) return ({sequence}) => sequence <= point.sequence
    if ('last' in point) return ({resultRev}) => resultRev !== undefined
    const sequence = this.#sequenceOf(point.revision) ?? -1
    return (entry) => entry.sequence <= sequence
  }

  /** What was asked for in each of some entries. */
  mutationsOf(entries: readonly HistoryEntry[]): Map<HistoryEntry, readonly unknown[]> {
    const waiting = entries.filter(({logged}) => needsDocument(logged))
    const documents = Map.groupBy(waiting, ({documentId}) => documentId)
    const states = new Map(
      [...documents].map(([id, its]) => [id, this.#statesOf(id, new Set(its.map(({sequence}) => sequence)))]),
    )
    return new Map(
      entries.map((entry) => {
        const after = states.get(entry.documentId)?.get(entry.sequence)
        return [entry, fromLogged(entry.logged, after) ?? []]
      }),
    )
  }

  /** What a document was just after some of its transactions, in one way back. */
  #statesOf(id: string, sequences: ReadonlySet<number>): Map<number, LakeDocument | undefined> {
    const found = new Map<number, LakeDocument | undefined>()
    const current = this.#store.get(id)
    let state: unknown = current ? withoutRevision(current) : null
    for (const {sequence, resultRev, revert} of this.entriesOf(id)) {
      if (sequences.has(sequence)) found.set(sequence, restored(state, resultRev))
      if (found.size === sequences.size) break
      state = applyPatch(state, revert)
    }
    return found
  }

  /** The transactions of documents within a range, oldest first unless `reverse`, each with those documents alone. */
  transactions(
    ids: readonly string[],
    range: HistoryRange,
    options: {limit: number; reverse: boolean},
  ): HistoryEntry[][] {
    const isWithin = this.#within(range)
    const bySequence = new Map<number, HistoryEntry[]>()
    for (const id of ids) {
      for (const entry of this.entriesOf(id)) {
        if (!isWithin(entry)) continue
        const together = bySequence.get(entry.sequence)
        if (together) together.push(entry)
        else bySequence.set(entry.sequence, [entry])
      }
    }
    const sign = options.reverse ? -1 : 1
    return [...bySequence.entries()]
      .toSorted(([left], [right]) => sign * (left - right))
      .slice(0, options.limit)
      .map(([, entries]) => entries)
  }

  // The transactions at the ends need not be ones of these documents: the Studio names revisions of a release's versions
  // to find what was published before and after.
  #within(range: HistoryRange): (entry: HistoryEntry) => boolean {
    const from = this.#sequenceOf(range.fromTransaction) ?? 0
    const to = this.#sequenceOf(range.toTransaction) ?? Infinity
    const {fromTime = '', toTime, authors} = range
    return ({sequence, timestamp, author}) =>
      sequence >= from &&
      sequence <= to &&
      timestamp >= fromTime &&
      (toTime === undefined || timestamp <= toTime) &&
      (authors === undefined || authors.includes(author))
  }

  #sequenceOf(transactionId: string | undefined): number | undefined {
    if (transactionId === undefined) return undefined
    const sequence = this.#sequence.get(this.#store.dataset, transactionId)?.['sequence']
    return typeof sequence === 'number' ? sequence : undefined
  }
}
