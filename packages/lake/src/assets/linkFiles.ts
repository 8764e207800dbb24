import {copyFile, link, mkdir, open, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {PRIVATE_FOLDER} from '../store/keepPrivate.ts'

/**
 * Gives a folder all files of another one, one level of folders deep, on disk when it returns. A file of an asset is
 * never changed once it is there, so both names may share its bytes; where a file system has no such links it is copied.
 */
export async function linkFiles(from: string, to: string): Promise<void> {
  for (const kind of await namesIn(from)) {
    await mkdir(join(to, kind), {recursive: true, mode: PRIVATE_FOLDER})
    for (const name of await namesIn(join(from, kind)))
      await linkFile(join(from, kind, name), join(to, kind, name))
    const handle = await open(join(to, kind), 'r')
    await handle.sync().finally(() => handle.close())
  }
}

/** Gives a file a second name, or copies it where that cannot be. One that is there already stays. */
export async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    await copyFile(from, to)
    const handle = await open(to, 'r+')
    await handle.sync().finally(() => handle.close())
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
