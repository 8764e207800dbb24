import type {Statement} from 'oxc-parser'
import {readModule, resolveImport, type SourceModule} from './readModule.ts'

/** An exported name and every statement that declares it: several for overloads. */
export interface ExportedName {
  readonly name: string
  readonly module: SourceModule
  readonly statements: readonly ExportStatement[]
}

/** A statement that exports a declaration. */
export type ExportStatement = Extract<Statement, {readonly type: 'ExportNamedDeclaration'}>

/**
 * Reads what a module exports, in its order, following `export … from` to the declarations.
 *
 * @throws Error when an exported name is declared nowhere
 */
export function readExports(file: string): readonly ExportedName[] {
  const module = readModule(file)
  const found = new Map<string, ExportedName>()
  const add = (exported: ExportedName) => {
    if (!found.has(exported.name)) found.set(exported.name, exported)
  }
  for (const statement of module.program.body) {
    if (statement.type === 'ExportAllDeclaration') {
      for (const exported of readExports(resolveImport(file, statement.source.value))) add(exported)
    }
    if (statement.type !== 'ExportNamedDeclaration') continue
    for (const name of declaredNames(statement)) {
      const before = found.get(name)?.statements ?? []
      found.set(name, {name, module, statements: [...before, statement]})
    }
    const {source} = statement
    for (const {local, exported} of statement.specifiers) {
      if (!source) throw new Error(`${file} exports ${nameOf(local)} apart from its declaration.`)
      const origin = resolveImport(file, source.value)
      const match = readExports(origin).find(({name}) => name === nameOf(local))
      if (!match) throw new Error(`${file} exports ${nameOf(local)}, which ${origin} does not.`)
      add({...match, name: nameOf(exported)})
    }
  }
  return [...found.values()]
}

type ModuleName = ExportStatement['specifiers'][number]['local']

function nameOf(name: ModuleName): string {
  return name.type === 'Literal' ? name.value : name.name
}

function declaredNames({declaration}: ExportStatement): readonly string[] {
  if (!declaration) return []
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({id}) => (id.type === 'Identifier' ? [id.name] : []))
  }
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
}
