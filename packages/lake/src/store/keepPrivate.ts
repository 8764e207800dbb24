import {chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync} from 'node:fs'

// Drafts, hashes of tokens and secrets of webhooks are in a data folder: it is for the user of the lake alone, whatever
// the umask. What an earlier lake left open is closed; where that may not be done, it stays as it is.

/** Mode of folders that the lake makes. */
export const PRIVATE_FOLDER = 0o700

/** Mode of files that the lake makes. */
export const PRIVATE_FILE = 0o600

const OTHERS = 0o077

/** Makes a folder, or closes the one that there is. */
export function keepFolderPrivate(folder: string): void {
  mkdirSync(folder, {recursive: true, mode: PRIVATE_FOLDER})
  close(folder, PRIVATE_FOLDER)
}

/** Makes an empty file for SQLite, which gives what it keeps beside it the same mode, or closes the one that there is. */
export function keepFilePrivate(file: string): void {
  if (existsSync(file)) close(file, PRIVATE_FILE)
  else closeSync(openSync(file, 'a', PRIVATE_FILE))
}

function close(path: string, mode: number): void {
  if ((statSync(path).mode & OTHERS) === 0) return
  try {
    chmodSync(path, mode)
  } catch {
    // It belongs to somebody else, or nothing can be written there.
  }
}
