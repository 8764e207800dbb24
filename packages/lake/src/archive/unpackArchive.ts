import {createWriteStream} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {extract} from 'tar-stream'
import type {Header} from 'tar-stream'
import {LakeError} from '../errors/LakeError.ts'
import type {ArchiveLimits} from './ArchiveLimits.ts'

const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/
// Exports are `<name>/data.ndjson`; one folder more is allowed, as the official import does.
const MAX_DEPTH = 2

/** Where an entry goes: the only names that leave an archive are these. */
type Place = {base: string; target: string}

/**
 * Unpacks an archive of a dataset into a folder: `data.ndjson`, `assets.json`, `images/…`, `files/…`, and nothing else.
 * @throws LakeError `tooLarge` naming a limit, `badRequest` for links, names that lead elsewhere, or no documents.
 */
export async function unpackArchive(tar: Readable, folder: string, limits: ArchiveLimits): Promise<void> {
  for (const name of ['images', 'files']) await mkdir(join(folder, name), {recursive: true, mode: 0o700})
  const archive = extract()
  const fed = pipeline(tar, archive)
  // Whoever reads the entries hears of it too.
  fed.catch(() => undefined)
  let entries = 0
  let base: string | undefined
  let hasDocuments = false
  try {
    for await (const entry of archive) {
      entries += 1
      if (entries > limits.maxEntries) throw tooMany(limits)
      const place = placeOf(entry.header, limits)
      if (!place) {
        entry.resume()
        continue
      }
      base ??= place.base
      if (base !== place.base || (place.target === 'data.ndjson' && hasDocuments))
        throw invalid(`holds more than one dataset ("${entry.header.name}"): import them one at a time`)
      if (place.target === 'data.ndjson') hasDocuments = true
      await pipeline(entry, createWriteStream(join(folder, place.target), {flags: 'wx', mode: 0o600}))
    }
    await fed
  } catch (cause) {
    tar.destroy()
    throw asLakeError(cause)
  }
  if (!hasDocuments) throw invalid('holds no data.ndjson: it is no export of a dataset')
}

function placeOf({name, type, size}: Header, limits: ArchiveLimits): Place | undefined {
  if (type === 'directory') return undefined
  if (type !== 'file' && type !== 'contiguous-file')
    throw invalid(`holds "${name}", a ${type}: only plain files are taken`)
  const parts = partsOf(name)
  const file = parts.at(-1) ?? ''
  const kind = parts.at(-2)
  // What an operating system adds.
  if (isHidden(file)) return undefined
  if (kind === 'images' || kind === 'files') {
    if ((size ?? 0) > limits.maxEntryBytes) throw tooLarge(name, limits)
    return {base: baseOf(parts.slice(0, -2), name), target: join(kind, file)}
  }
  if (file === 'assets.json') return {base: baseOf(parts.slice(0, -1), name), target: file}
  if (file.endsWith('.ndjson')) return {base: baseOf(parts.slice(0, -1), name), target: 'data.ndjson'}
  // Somebody's notes.
  return undefined
}

function partsOf(name: string): string[] {
  const parts = name.split('/').filter((part, index) => !(part === '.' && index === 0))
  const isSafe = !name.includes('\\') && parts.every((part) => PLAIN_NAME.test(part) || isHidden(part))
  if (isSafe) return parts
  throw invalid(`holds a file of the name ${JSON.stringify(name)}, which could lead out of its folder`)
}

// As .DS_Store or ._data.ndjson; such a file is never written.
function isHidden(part: string): boolean {
  return /^\.[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part)
}

function baseOf(parts: readonly string[], name: string): string {
  if (parts.length <= MAX_DEPTH && !parts.some(isHidden)) return parts.join('/')
  throw invalid(`holds "${name}" too deep in folders: it is no export of a dataset`)
}

function tooMany({maxEntries}: ArchiveLimits): LakeError {
  return new LakeError(
    'tooLarge',
    `The archive holds more than ${maxEntries} files (maxEntries): if you trust it, raise --max-entries.`,
  )
}

function tooLarge(name: string, {maxEntryBytes}: ArchiveLimits): LakeError {
  return new LakeError(
    'tooLarge',
    `"${name}" in the archive is larger than ${maxEntryBytes} bytes (maxEntryBytes): if you trust it, raise --max-entry-bytes.`,
  )
}

function invalid(what: string): LakeError {
  return new LakeError('badRequest', `The archive ${what}.`)
}

function asLakeError(cause: unknown): LakeError {
  if (cause instanceof LakeError) return cause
  if (isNodeError(cause) && cause.code === 'ENOSPC')
    return new LakeError('failed', 'There is no room to unpack the archive beside the database.', {cause})
  if (isNodeError(cause) && cause.code === 'EEXIST') return invalid('holds the same file twice')
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new LakeError('badRequest', `The archive is damaged or broken off: ${reason}.`, {cause})
}

function isNodeError(error: unknown): error is Error & {code: unknown} {
  return error instanceof Error && 'code' in error
}
