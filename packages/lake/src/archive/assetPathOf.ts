import {existsSync, realpathSync} from 'node:fs'
import {isAbsolute, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {LakeError} from '../errors/LakeError.ts'
import type {AssetRequest} from './resolveAssetRefs.ts'

/**
 * The file that a document asks for. Only what stands beside the documents is taken: an archive from elsewhere could
 * otherwise have any file of this machine put into the content.
 * @param place - file, line and document, for the message
 * @throws LakeError `badRequest` naming the path in the document and what to write.
 */
export function assetPathOf({url, path, kind}: AssetRequest, folder: string, place: string): string {
  const refuse = (why: string): never => {
    throw new LakeError(
      'badRequest',
      `${place}, ${path}: ${url} ${why}. Put the file beside the documents and write "${kind}@file://./${kind}s/<name>".`,
    )
  }
  if (!url.startsWith('file://'))
    return refuse('is no file of this machine; nothing is fetched from the network')
  const file = url.startsWith('file://./') ? join(folder, decode(url.slice('file://./'.length))) : fileOf(url)
  if (file === undefined || !isInside(resolve(file), resolve(folder)))
    return refuse('is outside the folder of the documents')
  if (!existsSync(file)) return refuse('is not there')
  // A link that an archive brought may lead anywhere.
  return isInside(realpathSync(file), realpathSync(folder))
    ? resolve(file)
    : refuse('leads outside the folder of the documents')
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '' && !path.startsWith('..') && !isAbsolute(path)
}

function fileOf(url: string): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
