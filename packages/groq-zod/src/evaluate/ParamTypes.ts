import type {Type} from '../types/type.ts'
import {members, nullable, unionOf, withoutNull} from '../types/union.ts'

/** Gathers what a query says of its parameters. */
export class ParamTypes {
  readonly #types = new Map<string, Type[]>()
  readonly #optional = new Set<string>()

  /** The query names the parameter. */
  see(name: string): void {
    if (!this.#types.has(name)) this.#types.set(name, [])
  }

  /** The parameter is used where a value of this type makes sense. */
  note(name: string, type: Type): void {
    this.see(name)
    const plain = members(withoutNull(type)).flatMap((member) => plainType(member))
    if (plain.length > 0) this.#types.get(name)?.push(unionOf(plain))
  }

  /** The query asks whether the parameter is there, so that it may be null. */
  noteOptional(name: string): void {
    this.see(name)
    this.#optional.add(name)
  }

  /** The type of each parameter, in the order of their names. */
  result(): [name: string, type: Type][] {
    return [...this.#types]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, types]) => {
        const type: Type =
          types.length === 0
            ? {kind: 'unknown', reason: `the query does not fix the type of $${name}`}
            : unionOf(types)
        return [name, this.#optional.has(name) ? nullable(type) : type]
      })
  }
}

/** Rules for stored values do not bind a parameter, and only values that a request can carry come in. */
function plainType(type: Type): Type[] {
  switch (type.kind) {
    case 'string':
      return [type.value === undefined ? {kind: 'string'} : type]
    case 'number':
      return [{kind: 'number'}]
    case 'boolean':
      return [{kind: 'boolean'}]
    case 'datetime':
    case 'path':
      return [{kind: 'string'}]
    case 'array': {
      const items = members(withoutNull(type.of)).flatMap((member) => plainType(member))
      return items.length === 0 ? [] : [{kind: 'array', of: unionOf(items)}]
    }
    default:
      return []
  }
}
