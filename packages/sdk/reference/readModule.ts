import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {parseSync, type ParseResult} from 'oxc-parser'

/** A parsed source file. */
export interface SourceModule {
  readonly file: string
  readonly text: string
  readonly program: ParseResult['program']
  readonly comments: ParseResult['comments']
}

const modules = new Map<string, SourceModule>()

/**
 * Parses a TypeScript file, once.
 *
 * @throws Error naming the file when it does not parse
 */
export function readModule(file: string): SourceModule {
  const known = modules.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const {program, comments, errors} = parseSync(file, text)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const parsed = {file, text, program, comments}
  modules.set(file, parsed)
  return parsed
}

/**
 * Finds the file behind an import: a relative path, or a subject of the rules package.
 *
 * @throws Error naming the import when there is no such file
 */
export function resolveImport(from: string, specifier: string): string {
  const subject = /^@spine-center\/rules\/(\w+)$/.exec(specifier)?.[1]
  const file = subject
    ? join(import.meta.dirname, '../../rules/src', subject, 'index.ts')
    : join(dirname(from), specifier)
  if (!existsSync(file)) throw new Error(`${from} exports from ${specifier}, which is no source file here.`)
  return file
}
