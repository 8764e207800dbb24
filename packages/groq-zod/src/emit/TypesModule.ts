import type {Perspective, SchemaModel} from '../schema/SchemaModel.ts'
import {SharedTypes} from '../schema/SharedTypes.ts'
import type {NamedType, ObjectType} from '../types/type.ts'
import {components} from './components.ts'
import type {EmitOptions} from './EmitOptions.ts'
import type {LocalShapes} from './LocalShapes.ts'
import {MatcherPrinter} from './MatcherPrinter.ts'
import type {ModuleImports} from './ModuleImports.ts'
import {createImports} from './ModuleImports.ts'
import type {PrintContext} from './PrintContext.ts'
import {nameOf} from './PrintContext.ts'
import {printObjectSchema} from './printSchema.ts'
import {printObjectType} from './printType.ts'
import {printPrelude, printShared} from './sharedDeclarations.ts'
import {isSource} from './sharedSources.ts'
import type {TypeNames} from './TypeNames.ts'

interface Entry {
  readonly named: NamedType
  readonly model: SchemaModel
}

/** Gathers the named types that queries use, and writes them as one module, each once. */
export class TypesModule {
  readonly models: Record<Perspective, SchemaModel>
  readonly names: TypeNames
  readonly #options: EmitOptions
  readonly shared: SharedTypes
  readonly #entries = new Map<string, Entry>()
  readonly #checks = new Set<string>()
  readonly #shared = new Set<string>()
  readonly #matched = new Set<string>()

  constructor(models: Record<Perspective, SchemaModel>, names: TypeNames, options: EmitOptions) {
    this.models = models
    this.shared = new SharedTypes(models)
    this.names = names
    this.#options = options
  }

  /** A context for printing in another module: what it uses is noted here and in the imports of that module. */
  contextFor(perspective: Perspective, imports: ModuleImports, local: LocalShapes): PrintContext {
    const context: PrintContext = {
      model: this.models[perspective],
      names: this.names,
      options: this.#options,
      use: (named) => {
        this.#add(named, perspective)
        imports.types.add(nameOf(named, context))
      },
      useShared: (name) => {
        this.#addShared(name)
        if (isSource(name)) imports.checks.add(name)
        else imports.types.add(name)
      },
      useMatcher: (typeName) => {
        imports.matchers.add(this.#useMatcher(typeName))
        return this.#useMatcher(typeName)
      },
      isLate: undefined,
      isSame: (named) => this.shared.isSame(named.name),
      localShape: (type) => local.find(type, perspective),
    }
    return context
  }

  #addShared(name: string): void {
    if (isSource(name)) this.#checks.add(name)
    else this.#shared.add(name)
    if (name === 'unknownDocument') this.#shared.add('UnknownDocument')
  }

  #useMatcher(typeName: string): string {
    this.#matched.add(typeName)
    return `matches${typeName}`
  }

  #add(named: NamedType, perspective: Perspective): string {
    const key = this.#keyOf(named, perspective)
    const model = this.shared.isSame(named.name) ? this.models.published : this.models[perspective]
    this.#entries.set(key, {named, model})
    return key
  }

  #keyOf(named: NamedType, perspective: Perspective): string {
    const under = this.shared.isSame(named.name) ? 'both' : perspective
    return `${named.name}${named.keyed ? '+' : ''} ${under}`
  }

  /** The names of the check functions in use, for the module that holds them. */
  get checks(): readonly string[] {
    return [...this.#checks].toSorted()
  }

  print(): {readonly body: string; readonly imports: ModuleImports} {
    const imports = createImports()
    const uses = this.#collect(imports)
    const keys = [...uses.keys()].toSorted()
    const groups = components(keys, (key) => [...(uses.get(key) ?? [])].toSorted())
    const matchers = this.#printMatchers(imports)
    const bodies = groups.flatMap((group) => group.map((key) => this.#printEntry(key, new Set(group), uses)))
    const shared = [...this.#shared].toSorted().map((name) => printShared(name, this.#options))
    return {body: [printPrelude(this.#options), ...shared, ...bodies, matchers].join('\n\n'), imports}
  }

  /** Prints each type once only to learn what it uses, until nothing new comes up. */
  #collect(imports: ModuleImports): Map<string, Set<string>> {
    const uses = new Map<string, Set<string>>()
    for (let todo = [...this.#entries]; todo.length > 0;) {
      for (const [key, entry] of todo) {
        const used = new Set<string>()
        uses.set(key, used)
        const context = this.#context(entry.model, {
          use: (named) => void used.add(this.#add(named, entry.model.perspective)),
          useShared: (name) => {
            this.#addShared(name)
            if (isSource(name)) imports.checks.add(name)
          },
        })
        const object = this.#object(entry)
        printObjectType(object, context)
        printObjectSchema(object, context)
      }
      todo = [...this.#entries].filter(([key]) => !uses.has(key))
    }
    return uses
  }

  /** The functions that other modules call, and those that they call in turn. */
  #printMatchers(imports: ModuleImports): string {
    const entries = new Map<string, Entry>()
    const context = this.#context(this.models.published, {
      use: () => undefined,
      useShared: (name) => {
        this.#addShared(name)
        if (isSource(name)) imports.checks.add(name)
      },
    })
    for (const entry of this.#entries.values()) {
      if (entry.model === this.models.published) entries.set(nameOf(entry.named, context), entry)
    }
    const printer = new MatcherPrinter(context)
    for (const typeName of [...this.#matched].toSorted()) {
      const entry = entries.get(typeName)
      const reference = typeName === 'ReferenceItem' ? 'ReferenceItem' : 'Reference'
      printer.export(typeName, entry?.named ?? reference)
    }
    return printer.declarations.join('\n\n')
  }

  #context(
    model: SchemaModel,
    notes: Pick<PrintContext, 'use' | 'useShared'> & {isLate?: PrintContext['isLate']},
  ): PrintContext {
    return {
      model,
      names: this.names,
      options: this.#options,
      isLate: undefined,
      isSame: (named) => this.shared.isSame(named.name),
      localShape: () => undefined,
      useMatcher: undefined,
      ...notes,
    }
  }

  #object({named, model}: Entry): ObjectType {
    const type = model.resolve(named)
    return type.kind === 'object' ? type : {kind: 'object', fields: {}}
  }

  #printEntry(
    key: string,
    group: ReadonlySet<string>,
    uses: ReadonlyMap<string, ReadonlySet<string>>,
  ): string {
    const entry = this.#entries.get(key)
    if (!entry) return ''
    const {model, named} = entry
    const isRing = group.size > 1 || uses.get(key)?.has(key) === true
    const context = this.#context(model, {
      use: () => undefined,
      useShared: () => undefined,
      isLate: isRing ? (other) => group.has(this.#keyOf(other, model.perspective)) : undefined,
    })
    const name = nameOf(named, context)
    const object = this.#object(entry)
    return [
      `export interface ${name} ${printObjectType(object, context)}`,
      `export const ${this.names.schemaName(name)}: ObjectSchema<${name}> = ${printObjectSchema(object, context)}`,
    ].join('\n\n')
  }
}
