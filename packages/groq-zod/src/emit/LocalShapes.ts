import type {Perspective, SchemaModel} from '../schema/SchemaModel.ts'
import type {SharedTypes} from '../schema/SharedTypes.ts'
import type {ObjectType, Type} from '../types/type.ts'
import {members, typeKey} from '../types/union.ts'
import {pascalCase} from './pascalCase.ts'
import {sharedReference} from './sharedReference.ts'
import {splitUnion} from './splitUnion.ts'
import type {TypeNames} from './TypeNames.ts'

/** A shape that one query yields at several places, written once in its module. */
export interface LocalShape {
  readonly name: string
  readonly type: ObjectType
  readonly perspective: Perspective
}

interface Seen {
  readonly type: ObjectType
  readonly perspective: Perspective
  readonly path: readonly string[]
  count: number
}

/** Finds the object shapes that a query's results repeat, and names them after the query and their place. */
export class LocalShapes {
  readonly #base: string
  readonly #names: TypeNames
  readonly #shared: SharedTypes
  readonly #seen = new Map<string, Seen>()
  readonly #shapes = new Map<string, LocalShape>()

  constructor(base: string, names: TypeNames, shared: SharedTypes) {
    this.#base = base
    this.#names = names
    this.#shared = shared
  }

  /** Looks through one result; call it for each perspective, then {@link settle}. */
  collect(type: Type, model: SchemaModel, path: readonly string[] = []): void {
    switch (type.kind) {
      case 'array':
        this.collect(type.of, model, path)
        return
      case 'union': {
        const union = splitUnion(type, model)
        for (const member of [...union.arrays, ...union.objects]) this.collect(member, model, path)
        return
      }
      case 'object':
        this.#collectObject(type, model, path)
        return
      default:
    }
  }

  #collectObject(type: ObjectType, model: SchemaModel, path: readonly string[]): void {
    if (sharedReference(type)) return
    const key = this.#key(type, model.perspective)
    const seen = this.#seen.get(key)
    if (seen) {
      seen.count++
      return
    }
    for (const [name, field] of Object.entries(type.fields)) this.collect(field.type, model, [...path, name])
    // After what it holds: shapes are written in this order.
    this.#seen.set(key, {type, perspective: model.perspective, path, count: 1})
  }

  /** Names the shapes that came up more than once. */
  settle(): void {
    const used = new Set<string>()
    for (const [key, {type, perspective, path, count}] of this.#seen) {
      if (count < 2 || Object.keys(type.fields).length < 2 || path.length === 0) continue
      const name = this.#name(type, perspective, path, used)
      used.add(name)
      this.#shapes.set(key, {name, type, perspective})
    }
  }

  /** In an order in which each comes after what it holds. */
  get list(): readonly LocalShape[] {
    return [...this.#shapes.values()]
  }

  find(type: ObjectType, perspective: Perspective): LocalShape | undefined {
    return this.#shapes.size === 0 ? undefined : this.#shapes.get(this.#key(type, perspective))
  }

  #key(type: ObjectType, perspective: Perspective): string {
    const isSame = this.#shared.holdsOnlySame(type)
    return `${isSame ? '' : perspective} ${typeKey(type)}`
  }

  #name(
    type: ObjectType,
    perspective: Perspective,
    path: readonly string[],
    used: ReadonlySet<string>,
  ): string {
    const drafts = perspective === 'drafts' ? 'Drafts' : ''
    const field = type.fields['_type']?.type
    const [typeName] = field ? members(field) : []
    const label = typeName?.kind === 'string' && typeName.value !== undefined ? [typeName.value] : []
    const candidates = [...label, path.at(-1) ?? '', path.slice(-2).join(' '), path.join(' ')]
    const isFree = (name: string): boolean =>
      !used.has(name) && !this.#names.isTaken(name) && !/(?:Result|Params)$/u.test(name)
    const names = candidates.map((candidate) => `${this.#base}${drafts}${pascalCase(candidate)}`)
    const free = names.find(isFree)
    if (free !== undefined) return free
    let count = 2
    while (!isFree(`${names[0]}${count}`)) count++
    return `${names[0]}${count}`
  }
}
