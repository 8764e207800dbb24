import {createHash} from 'node:crypto'
import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {toFilename} from '../assets/assetFile.ts'
import type {AssetFile} from '../assets/assetFile.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {RemoteDataset} from './RemoteDataset.ts'

const ATTEMPTS = 3

/**
 * Fetches the file of an asset into a folder, unless it is there; it is there whole or not at all. Bytes that are not what
 * the name says are fetched again, and then refused, except drawings: the hosted service cleans those after naming them.
 * @throws LakeError `failed` or `unreachable`.
 */
export async function downloadAsset(
  remote: RemoteDataset,
  file: AssetFile,
  folder: string,
  {remoteProjectId, onNote}: {remoteProjectId: string; onNote: (note: string) => void},
): Promise<void> {
  const name = toFilename(file)
  const target = join(folder, file.kind, name)
  if (existsSync(target)) return
  const partial = join(folder, `${name}.partial`)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const {body} = await remote.download(`${file.kind}/${remoteProjectId}/${remote.dataset}/${name}`)
      await pipeline(
        body ? Readable.fromWeb(body) : Readable.from([]),
        createWriteStream(partial, {mode: 0o600}),
      )
      const isRight = (await hashOf(partial)) === file.sha1hash
      if (!isRight && attempt < ATTEMPTS) continue
      if (!isRight && file.extension !== 'svg')
        throw new LakeError(
          'failed',
          `The bytes of asset "${name}" in ${remote.name} are not what its name says.`,
        )
      if (!isRight) onNote(`The drawing "${name}" is other than when it was named: it gets a new name here.`)
      await rename(partial, target)
      return
    } catch (cause) {
      await rm(partial, {force: true})
      if (cause instanceof LakeError) throw cause
      if (attempt >= ATTEMPTS)
        throw new LakeError('unreachable', `Asset "${name}" broke off on its way from ${remote.name}.`, {
          cause,
        })
    }
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}
