import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, open, readdir, rm, stat} from 'node:fs/promises'
import {randomBytes} from 'node:crypto'
import {dirname, join} from 'node:path'
import type {Readable} from 'node:stream'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {LakeError} from '../errors/LakeError.ts'
import {assertRatio} from './ArchiveLimits.ts'
import type {ArchiveLimits} from './ArchiveLimits.ts'
import {unpackArchive} from './unpackArchive.ts'

/** What is imported, as files: documents, and the folder that its assets stand in. */
export type ImportSource = {
  dataFile: string
  /** Where `assets.json`, `images` and `files` are. */
  folder: string
  /** How the user knows the documents, for messages. */
  name: string
  release(): Promise<void>
}

const TAR_MAGIC_AT = 257

/**
 * Opens what is to be imported, known by its content: a folder, an archive (`.tar.gz`, `.tar`), or JSON lines (also
 * gzipped). What has to be unpacked is put into a folder inside `workDir` until it is released.
 * @throws LakeError `notFound`, `badRequest` or `tooLarge` as `unpackArchive` does.
 */
export async function openSource(
  path: string,
  workDir: string,
  limits: ArchiveLimits,
): Promise<ImportSource> {
  const kind = await kindOf(path)
  if (kind === 'folder') return openDirectory(path)
  const isGzipped = kind === 'gzip'
  if (!isGzipped && !(await isTar(createReadStream(path)))) {
    return {dataFile: path, folder: dirname(path), name: path, release: () => Promise.resolve()}
  }
  const folder = join(workDir, `${process.pid}-${randomBytes(6).toString('hex')}`)
  await mkdir(folder, {recursive: true, mode: 0o700})
  const release = (): Promise<void> => rm(folder, {recursive: true, force: true})
  const dataFile = join(folder, 'data.ndjson')
  try {
    if (!isGzipped || (await isTar(gunzip(path, limits)))) {
      await unpackArchive(isGzipped ? gunzip(path, limits) : createReadStream(path), folder, limits)
    } else await pipeline(gunzip(path, limits), createWriteStream(dataFile, {mode: 0o600}))
    return {dataFile, folder, name: 'data.ndjson', release}
  } catch (cause) {
    await release()
    if (cause instanceof LakeError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError('badRequest', `${path} is damaged or broken off: ${reason}.`, {cause})
  }
}

async function kindOf(path: string): Promise<'folder' | 'gzip' | 'other'> {
  try {
    if ((await stat(path)).isDirectory()) return 'folder'
    const handle = await open(path, 'r')
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(3), 0, 3, 0).finally(() => handle.close())
    return bytesRead === 3 && buffer.equals(Buffer.from([0x1f, 0x8b, 8])) ? 'gzip' : 'other'
  } catch (cause) {
    throw new LakeError(
      'notFound',
      `${path} cannot be read: name an archive, a folder or a file of JSON lines.`,
      {cause},
    )
  }
}

async function openDirectory(path: string): Promise<ImportSource> {
  const lines = (await readdir(path)).filter((name) => name.endsWith('.ndjson') && !name.startsWith('.'))
  const [name] = lines
  if (name === undefined || lines.length > 1)
    throw new LakeError(
      'badRequest',
      `${path} holds ${lines.length} files of JSON lines (.ndjson): there must be one.`,
    )
  return {dataFile: join(path, name), folder: path, name: join(path, name), release: () => Promise.resolve()}
}

// Counts what goes in and what comes out, so that a small file cannot become a large one.
function gunzip(path: string, limits: ArchiveLimits): Readable {
  const file = createReadStream(path)
  let unpacked = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      unpacked += chunk.byteLength
      try {
        assertRatio(unpacked, file.bytesRead, limits)
        if (unpacked > limits.maxTotalBytes) throw tooLarge(limits)
        callback(null, chunk)
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)))
      }
    },
  })
  // Whoever reads hears of a failure by the stream itself.
  pipeline(file, createGunzip(), bounded).catch(() => undefined)
  return bounded
}

function tooLarge({maxTotalBytes}: ArchiveLimits): LakeError {
  return new LakeError(
    'tooLarge',
    `The archive unpacks to more than ${maxTotalBytes} bytes (maxTotalBytes): if you trust it, raise --max-total-bytes.`,
  )
}

async function isTar(stream: Readable): Promise<boolean> {
  let head = Buffer.alloc(0)
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) head = Buffer.concat([head, chunk])
    if (head.length >= TAR_MAGIC_AT + 5) break
  }
  return head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + 5).toString('latin1') === 'ustar'
}
