import {camelCase, pascalCase} from './pascalCase.ts'

/** Names that generated code itself uses or that would hide a global type. */
const TAKEN = new Set([
  'Array',
  'Boolean',
  'Date',
  'Error',
  'Function',
  'Map',
  'Number',
  'Object',
  'Omit',
  'Pick',
  'Promise',
  'Readonly',
  'Record',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'Reference',
  'ReferenceItem',
  'ObjectSchema',
  'UnknownDocument',
])

/** Gives each type of the schema a TypeScript name: `Article`; `ArticleBlock` for the block inside an article. */
export class TypeNames {
  readonly #names = new Map<string, string>()
  readonly #used = new Set<string>(TAKEN)

  /** Names are given in the order of `schemaNames`, so that the same schema always yields the same names. */
  constructor(schemaNames: Iterable<string>) {
    for (const name of schemaNames) this.typeName(name)
  }

  typeName(schemaName: string): string {
    const known = this.#names.get(schemaName)
    if (known !== undefined) return known
    const free = candidates(schemaName).find((candidate) => !this.isTaken(candidate))
    const name = free ?? this.#numbered(pascalCase(schemaName))
    this.#names.set(schemaName, name)
    for (const suffix of SUFFIXES) this.#used.add(name + suffix)
    return name
  }

  schemaName(typeName: string): string {
    return `${camelCase(typeName)}Schema`
  }

  /** True for a name that a type of the schema has or may get. */
  isTaken(candidate: string): boolean {
    return SUFFIXES.some((suffix) => this.#used.has(candidate + suffix))
  }

  #numbered(base: string): string {
    let count = 2
    while (this.isTaken(`${base}${count}`)) count++
    return `${base}${count}`
  }
}

/** One type stands for up to four: as it is, as an item of an array, and both in drafts. */
const SUFFIXES = ['', 'Item', 'Draft', 'DraftItem'] as const

/** From the short to the exact: `body[block].children[span]` of `article` may be `ArticleSpan`. */
function candidates(schemaName: string): string[] {
  const dot = /[.[]/u.exec(schemaName.replace(/^sanity\./u, 'sanity_'))
  if (!dot) return [pascalCase(schemaName), `${pascalCase(schemaName)}Type`]
  const owner = schemaName.slice(0, dot.index)
  const last = /(?:\.|\[)(?<name>[^.[\]]+)\]?$/u.exec(schemaName)?.groups?.['name']
  const short = last === undefined ? [] : [pascalCase(`${owner} ${last}`)]
  return [...short, pascalCase(schemaName), `${pascalCase(schemaName)}Type`]
}
