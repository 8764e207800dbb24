import {closeSync, existsSync, fstatSync, openSync, readSync, statSync} from 'node:fs'
import {LakeError} from '../errors/LakeError.ts'

// https://www.sqlite.org/fileformat.html, 1.3 The Database Header.
const MAGIC = 'SQLite format 3\u0000'
const HEADER_BYTES = 100
const PAGE_SIZE_AT = 16
const PAGE_COUNT_AT = 28

/**
 * Looks at the head of a database file before SQLite does: a file that was cut short can open well and fail only when
 * somebody reads what is gone.
 * @throws LakeError `damaged` naming the file.
 */
export function assertWholeFile(file: string): void {
  if (!existsSync(file)) return
  const handle = openSync(file, 'r')
  try {
    const {size} = fstatSync(handle)
    if (size === 0) return
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(handle, header, 0, HEADER_BYTES, 0)
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw damaged(file, 'it is no SQLite database')
    // A value of 1 stands for 65,536.
    const pageSize = header.readUInt16BE(PAGE_SIZE_AT) === 1 ? 65_536 : header.readUInt16BE(PAGE_SIZE_AT)
    const expected = pageSize * header.readUInt32BE(PAGE_COUNT_AT)
    // While a write-ahead log is there, pages may still have to come from it.
    if (size < expected && !hasLog(file)) throw damaged(file, `${size} of its ${expected} bytes are there`)
  } finally {
    closeSync(handle)
  }
}

/** The error for a file that is not what it should be. */
export function damaged(file: string, reason: string, cause?: unknown): LakeError {
  return new LakeError(
    'damaged',
    `${file} is damaged: ${reason}. "lake check" says what is wrong with it, "lake restore" brings back a backup.`,
    {cause},
  )
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
}
