import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {HEADER} from '../emit/moduleText.ts'
import {GroqZodError} from '../GroqZodError.ts'

/** How the files of a folder differ from what would be generated. */
export interface Difference {
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  /** Generated earlier, from queries that are gone. */
  readonly left: readonly string[]
}

export function compareFiles(folder: string, files: ReadonlyMap<string, string>): Difference {
  const present = generatedFiles(folder)
  const changed: string[] = []
  const missing: string[] = []
  for (const [name, text] of files) {
    const before = readOr(join(folder, name), undefined)
    if (before === undefined) missing.push(name)
    else if (before !== text) changed.push(name)
  }
  return {changed, missing, left: present.filter((name) => !files.has(name))}
}

/**
 * Writes what differs, each file whole or not at all, and removes what earlier runs left behind. Files that do not
 * carry the header of generated files are never touched.
 *
 * @throws {@link GroqZodError} `write` naming the file.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): Difference {
  const difference = compareFiles(folder, files)
  let current = folder
  try {
    mkdirSync(folder, {recursive: true})
    for (const name of [...difference.changed, ...difference.missing]) {
      current = join(folder, name)
      const before = readOr(current, undefined)
      if (before !== undefined && !before.startsWith(HEADER)) {
        throw new GroqZodError(
          'write',
          `${current} was not written by groq-zod, so it is not overwritten. Rename it or choose another output folder.`,
        )
      }
      // A reader sees the old file or the new one, never half of it.
      const temporary = join(folder, `.${name}.${process.pid}.tmp`)
      try {
        writeFileSync(temporary, files.get(name) ?? '')
        renameSync(temporary, current)
      } finally {
        rmSync(temporary, {force: true})
      }
    }
    for (const name of difference.left) rmSync(join(folder, name))
  } catch (cause) {
    if (cause instanceof GroqZodError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new GroqZodError('write', `${current} cannot be written: ${why}`, {cause})
  }
  return difference
}

function generatedFiles(folder: string): string[] {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.filter((name) => name.endsWith('.ts') && readOr(join(folder, name), '')?.startsWith(HEADER))
}

function readOr(path: string, fallback: string | undefined): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return fallback
  }
}
