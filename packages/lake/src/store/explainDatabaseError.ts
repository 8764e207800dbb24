import {LakeError} from '../errors/LakeError.ts'

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
const BUSY = 5
const READ_ONLY = 8
const IO_ERROR = 10
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26

// What the operating system says of files that are not SQLite's, such as those of assets.
const NO_ROOM: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG']
const FAILED: readonly string[] = ['EROFS', 'EIO']

/** True when SQLite says that the file itself is not what it should be. */
export function isDamage(error: unknown): boolean {
  const code = primaryCode(error)
  return code === CORRUPT || code === NOT_A_DATABASE
}

/** True when somebody else holds what SQLite would lock. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY
}

/** True when SQLite may not or cannot write where the file is: no room, no right, or a disk that fails. */
export function isUnwritable(error: unknown): boolean {
  const code = primaryCode(error)
  return code === READ_ONLY || code === IO_ERROR || code === FULL || code === CANNOT_OPEN
}

/**
 * What SQLite and the system report of the disk, as an error that says what to do; anything else comes back as it is.
 * The messages name no path: clients read them.
 */
export function explainDatabaseError(error: unknown): unknown {
  const code = primaryCode(error)
  if (code === FULL || isOfSystem(error, NO_ROOM)) {
    return new LakeError(
      'diskFull',
      'The disk of the lake is full: nothing of this was written. Make room there and send it again; the lake goes on by itself.',
      {cause: error},
    )
  }
  if (isUnwritable(error) || isOfSystem(error, FAILED)) {
    return new LakeError(
      'diskFailed',
      'The disk of the lake failed or cannot be written: nothing of this was acknowledged. See that the disk is well and has room, then send it again; the lake goes on by itself.',
      {cause: error},
    )
  }
  if (code === BUSY) {
    return new LakeError(
      'diskFailed',
      'Another program holds the database of the lake: nothing of this was written. Send it again.',
      {cause: error},
    )
  }
  if (isDamage(error)) {
    return new LakeError(
      'damaged',
      'The database of the lake is damaged. Stop it, run "lake check", and bring back a backup with "lake restore".',
      {cause: error},
    )
  }
  return error
}

/** SQLite's result code without what it adds to it; undefined for other errors. */
function primaryCode(error: unknown): number | undefined {
  const isCoded = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
  return isCoded ? Number(error.errcode) & 0xff : undefined
}

function isOfSystem(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
