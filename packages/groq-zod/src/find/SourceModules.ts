import {existsSync, readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {Expression, Program} from 'oxc-parser'
import {parseSync} from 'oxc-parser'
import {GroqZodError} from '../GroqZodError.ts'
import {placeAt} from './StaticText.ts'

/** What a name of a module stands for. */
export type Binding =
  | {readonly kind: 'value'; readonly node: Expression}
  | {readonly kind: 'import'; readonly from: string; readonly name: string}

/** One parsed source file. */
export interface SourceModule {
  readonly file: string
  readonly source: string
  readonly program: Program
  /** Names declared or imported at the top of the module. */
  readonly bindings: ReadonlyMap<string, Binding>
  /** Exported names, where they differ from the names inside or come from elsewhere. */
  readonly exports: ReadonlyMap<string, Binding | string>
  readonly exportAll: readonly string[]
}

const TRIED = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '/index.ts', '/index.js'] as const

/** Reads and parses source files, each once. */
export class SourceModules {
  readonly #modules = new Map<string, SourceModule>()

  /** @throws {@link GroqZodError} `source` when the file cannot be read or does not parse. */
  get(file: string): SourceModule {
    const known = this.#modules.get(file)
    if (known) return known
    const module = parseModule(file, readSource(file))
    this.#modules.set(file, module)
    return module
  }

  /** Forgets a file that has changed. */
  forget(file: string): void {
    this.#modules.delete(file)
  }

  /** The file that a relative import means; nothing for a package or a file that is not there. */
  resolveImport(from: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.')) return undefined
    const base = resolve(dirname(from), specifier)
    const bases = [
      base,
      base.replace(/\.js$/u, '.ts'),
      base.replace(/\.jsx$/u, '.tsx'),
      base.replace(/\.mjs$/u, '.mts'),
    ]
    return bases.flatMap((path) => TRIED.map((ending) => path + ending)).find(isFile)
  }
}

function isFile(path: string): boolean {
  return /\.[cm]?[jt]sx?$/u.test(path) && existsSync(path)
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new GroqZodError('source', `${file} cannot be read.`, {cause})
  }
}

function parseModule(file: string, source: string): SourceModule {
  const {program, errors} = parseSync(file, source, {preserveParens: false})
  const [error] = errors
  if (error) {
    const {line, column} = placeAt(file, source, error.labels[0]?.start ?? 0)
    throw new GroqZodError('source', `${file}:${line}:${column} does not parse: ${error.message}`)
  }
  const bindings = new Map<string, Binding>()
  const exports = new Map<string, Binding | string>()
  const exportAll: string[] = []
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const from = statement.source.value
      for (const specifier of statement.specifiers) {
        const name = specifier.type === 'ImportSpecifier' ? moduleName(specifier.imported) : 'default'
        if (specifier.type !== 'ImportNamespaceSpecifier') {
          bindings.set(specifier.local.name, {kind: 'import', from, name})
        }
      }
    } else if (statement.type === 'ExportNamedDeclaration') {
      declare(statement.declaration, bindings)
      for (const specifier of statement.specifiers) {
        const local = moduleName(specifier.local)
        const target: Binding | string = statement.source
          ? {kind: 'import', from: statement.source.value, name: local}
          : local
        exports.set(moduleName(specifier.exported), target)
      }
    } else if (statement.type === 'ExportAllDeclaration') {
      exportAll.push(statement.source.value)
    } else if (statement.type === 'ExportDefaultDeclaration') {
      const node = statement.declaration
      if (node.type === 'Identifier') exports.set('default', node.name)
      else if (isExpression(node)) exports.set('default', {kind: 'value', node})
    } else {
      declare(statement, bindings)
    }
  }
  return {file, source, program, bindings, exports, exportAll}
}

type Statement = Program['body'][number]

function declare(statement: Statement | null, bindings: Map<string, Binding>): void {
  if (statement?.type !== 'VariableDeclaration') return
  for (const {id, init} of statement.declarations) {
    if (id.type === 'Identifier' && init && statement.kind === 'const') {
      bindings.set(id.name, {kind: 'value', node: init})
    }
  }
}

function moduleName(node: {type: string; name?: string; value?: unknown}): string {
  return node.name ?? String(node.value)
}

function isExpression(node: {type: string}): node is Expression {
  return !node.type.includes('Declaration')
}
