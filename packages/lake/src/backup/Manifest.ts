import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

/** One file of a lake, in pieces; the path is relative to the data folder. */
export type BackedUpFile = {path: string; bytes: number; pieces: readonly string[]}

/** What a backup holds: the database as of one moment, and every file that its documents of assets name. */
export type Manifest = {
  kind: 'lake-backup'
  version: 1
  /** When it was taken, ISO 8601. */
  createdAt: string
  /** The format of the database. */
  format: number
  documents: number
  files: readonly BackedUpFile[]
  /** Files of assets that were not there when it was made. */
  missing: readonly string[]
}

const HASH = /^[0-9a-f]{64}$/
// Where a restore may write: the database, and files of assets by the names that they have.
const PATH =
  /^(lake\.sqlite|assets\/~?[a-z0-9][a-z0-9_-]*\/(images|files)\/[0-9a-f]{40}(-\d+x\d+)?\.[a-z0-9]{1,10})$/

/** The names of the backups in a folder, oldest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'backups')).catch(() => [])
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()
}

/** @throws LakeError `damaged` when it is not one that this lake can restore. */
export async function readManifest(folder: string, name: string): Promise<Manifest> {
  const path = join(folder, 'backups', `${name}.json`)
  let value: unknown
  try {
    value = parseJson(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new LakeError('damaged', `The backup "${name}" cannot be read (${path}).`, {cause})
  }
  if (isManifest(value)) return value
  throw new LakeError('damaged', `The backup "${name}" is damaged, or of a newer lake (${path}).`)
}

function isManifest(value: unknown): value is Manifest {
  return (
    isJsonObject(value) &&
    value['kind'] === 'lake-backup' &&
    value['version'] === 1 &&
    typeof value['createdAt'] === 'string' &&
    typeof value['format'] === 'number' &&
    Array.isArray(value['files']) &&
    value['files'].every(isBackedUpFile) &&
    Array.isArray(value['missing'])
  )
}

function isBackedUpFile(value: unknown): value is BackedUpFile {
  return (
    isJsonObject(value) &&
    typeof value['path'] === 'string' &&
    PATH.test(value['path']) &&
    Number.isInteger(value['bytes']) &&
    Array.isArray(value['pieces']) &&
    value['pieces'].every((piece) => typeof piece === 'string' && HASH.test(piece))
  )
}
