import type {Type} from '../types/type.ts'
import {typeKey} from '../types/union.ts'
import type {Perspective, SchemaModel} from './SchemaModel.ts'

/** Tells which types read the same under both perspectives, so that they need to be written only once. */
export class SharedTypes {
  readonly #models: Record<Perspective, SchemaModel>
  readonly #known = new Map<string, boolean>()
  readonly #settled = new WeakMap<Type, boolean>()

  constructor(models: Record<Perspective, SchemaModel>) {
    this.#models = models
  }

  /** True when the named type, and all that it holds, is the same for drafts as for published content. */
  isSame(name: string): boolean {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const visited = new Set<string>()
    const result = this.#compare(name, visited)
    // A ring of types is the same only as a whole, so that a failure says nothing yet of the others in it.
    if (result) for (const other of visited) this.#known.set(other, true)
    else this.#known.set(name, false)
    return result
  }

  /** True when no name inside the type stands for something else under the other perspective. */
  holdsOnlySame(type: Type): boolean {
    const known = this.#settled.get(type)
    if (known !== undefined) return known
    const result = this.#holdsOnlySame(type)
    this.#settled.set(type, result)
    return result
  }

  #holdsOnlySame(type: Type): boolean {
    switch (type.kind) {
      case 'named':
        return this.isSame(type.name)
      case 'array':
        return this.holdsOnlySame(type.of)
      case 'union':
        return type.of.every((member) => this.holdsOnlySame(member))
      case 'object':
        return Object.values(type.fields).every((field) => this.holdsOnlySame(field.type))
      default:
        return true
    }
  }

  #compare(name: string, visited: Set<string>): boolean {
    if (visited.has(name)) return true
    visited.add(name)
    const named = {kind: 'named', name, keyed: false} as const
    const published = this.#models.published.resolve(named)
    if (typeKey(published) !== typeKey(this.#models.drafts.resolve(named))) return false
    return namesIn(published).every((inner) => this.#compare(inner, visited))
  }
}

function namesIn(type: Type): string[] {
  switch (type.kind) {
    case 'named':
      return [type.name]
    case 'array':
      return namesIn(type.of)
    case 'union':
      return type.of.flatMap(namesIn)
    case 'object':
      return Object.values(type.fields).flatMap((field) => namesIn(field.type))
    default:
      return []
  }
}
