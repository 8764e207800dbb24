import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import type {Expression} from 'oxc-parser'
import {Visitor} from 'oxc-parser'
import {GroqZodError} from '../GroqZodError.ts'
import {evaluateText, isQueryFunction} from './evaluateText.ts'
import {keyName} from './lookUp.ts'
import {queryName} from './queryName.ts'
import type {SourceModule, SourceModules} from './SourceModules.ts'
import {placeAt, StaticText} from './StaticText.ts'
import type {SourcePlace} from './StaticText.ts'

/** A query as it stands in the sources. */
export interface FoundQuery {
  /** As `queryName` makes it of the constant's. */
  readonly name: string
  readonly text: StaticText
  readonly place: SourcePlace
}

/**
 * Finds the named queries of one file: `const x = defineQuery(…)`, groq-tagged templates, templates after a
 * `groq` comment; a `.groq` file is one query, named after the file.
 *
 * @throws {@link GroqZodError} `source`, `query-not-static`
 */
export function findQueries(file: string, modules: SourceModules): FoundQuery[] {
  if (file.endsWith('.groq')) return [readGroqFile(file)]
  // Parsing is what costs: most files of a project hold no query at all.
  if (!/defineQuery|groq/u.test(readText(file))) return []
  const module = modules.get(file)
  const found: FoundQuery[] = []
  const take = (name: string | undefined, node: Expression | null): void => {
    if (name === undefined || !node || !isQuery(node, module)) return
    const text = new StaticText(evaluateText(node, module, modules))
    found.push({name: queryName(name), text, place: placeAt(file, module.source, node.start)})
  }
  new Visitor({
    VariableDeclarator: ({id, init}) => take(id.type === 'Identifier' ? id.name : undefined, init),
    Property: ({key, value}) => take(keyName(key), isExpression(value) ? value : null),
  }).visit(module.program)
  return found
}

function isExpression(node: {type: string}): node is Expression {
  return !node.type.endsWith('Pattern')
}

function isQuery(node: Expression, module: SourceModule): boolean {
  switch (node.type) {
    case 'CallExpression':
      return isQueryFunction(node.callee)
    case 'TaggedTemplateExpression':
      return node.tag.type === 'Identifier' && node.tag.name === 'groq'
    case 'TemplateLiteral':
      return /\/\*\s*groq\s*\*\/\s*$/u.test(module.source.slice(Math.max(0, node.start - 20), node.start))
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isQuery(node.expression, module)
    default:
      return false
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new GroqZodError('source', `${file} cannot be read.`, {cause})
  }
}

function readGroqFile(file: string): FoundQuery {
  const text = new StaticText([{text: readText(file), file, offset: 0}])
  return {name: queryName(basename(file, '.groq')), text, place: {file, line: 1, column: 1}}
}

/**
 * @throws {@link GroqZodError} `duplicate-name` when two queries would make one module; the message names both places.
 */
export function requireUniqueNames(queries: readonly FoundQuery[]): void {
  const seen = new Map<string, FoundQuery>()
  for (const query of queries) {
    const key = query.name.toLowerCase()
    const other = seen.get(key)
    if (other) {
      const places = [other, query].map(({place}) => `${place.file}:${place.line}:${place.column}`)
      throw new GroqZodError(
        'duplicate-name',
        `Two queries are named "${query.name}": ${places.join(' and ')}. Rename one of them.`,
      )
    }
    seen.set(key, query)
  }
}
