import {closeSync, existsSync, openSync, readFileSync, statSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {keepFilePrivate} from './keepPrivate.ts'

const NAME = 'lake.acknowledged'
const FORM = /^(\d+) (\S+)\s*$/

// A fixed length: writing it again takes no room that a full disk could lack.
const LENGTH = 64

/**
 * How far transactions were acknowledged, in a small file beside the database. To SQLite a write-ahead log that has lost
 * its end looks like one whose last writes were never finished: this file tells the two apart. It is written after the
 * log is on disk and never waited for, so a power cut can only leave it behind, which says nothing wrong.
 */
export class CommitMark {
  readonly #handle: number
  readonly #database: string

  constructor(dataDir: string) {
    const file = join(dataDir, NAME)
    keepFilePrivate(file)
    this.#handle = openSync(file, 'r+')
    this.#database = identityOf(dataDir)
  }

  /** All transactions up to a sequence are on disk and about to be acknowledged. */
  advance(sequence: number): void {
    try {
      writeSync(this.#handle, `${sequence} ${this.#database}`.padEnd(LENGTH), 0)
    } catch {
      // Without it only the end of a log that somebody cut off goes unnoticed.
    }
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** @throws LakeError `damaged` where a lake without its database would be begun anew, as if it had held nothing. */
export function assertNoneWasThere(dataDir: string): void {
  const file = join(dataDir, NAME)
  if (!existsSync(file) || !FORM.test(readFileSync(file, 'latin1'))) return
  throw new LakeError(
    'damaged',
    `${join(dataDir, 'lake.sqlite')} is gone, and ${NAME} says that it held a lake: "lake restore" brings back a backup. To begin anew, remove ${file}.`,
  )
}

/** How many of the transactions that were acknowledged a database lacks at least, and 0 when it has all. */
export function countLost(database: DatabaseSync, dataDir: string): number {
  const file = join(dataDir, NAME)
  const [, acknowledged, identity] = existsSync(file) ? (FORM.exec(readFileSync(file, 'latin1')) ?? []) : []
  // A database brought back from a backup, or copied with its folder, is another file and ends where it ends.
  if (identity !== identityOf(dataDir)) return 0
  const last = database.prepare('SELECT max(position) AS last FROM transactions').get()?.['last']
  return Math.max(0, Number(acknowledged) - Number(last ?? 0))
}

/** @throws LakeError `damaged` when the database lacks transactions that were acknowledged. */
export function assertNothingLost(database: DatabaseSync, dataDir: string): void {
  const lost = countLost(database, dataDir)
  if (lost === 0) return
  throw new LakeError(
    'damaged',
    `${join(dataDir, 'lake.sqlite-wal')} has lost its end: ${lost} acknowledged changes are missing. Bring back a backup with "lake restore", or go on without them after "lake check --repair".`,
  )
}

/** Accepts the database as it is. */
export function forgetMark(dataDir: string): void {
  if (!existsSync(join(dataDir, NAME))) return
  const handle = openSync(join(dataDir, NAME), 'r+')
  writeSync(handle, ''.padEnd(LENGTH), 0)
  closeSync(handle)
}

function identityOf(dataDir: string): string {
  const {ino, birthtimeNs} = statSync(join(dataDir, 'lake.sqlite'), {bigint: true})
  return `${ino}-${birthtimeNs}`
}
