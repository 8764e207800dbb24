import type {ConstraintRule, Constraints} from './constraints.ts'

interface Inherited {
  readonly prefix: string
  readonly name: string
}

/** Finds the rules of a place in a type, and keeps account of which were ever asked for. */
export class RuleBook {
  readonly #constraints: Constraints
  readonly #read = new Set<string>()
  readonly #inherited = new Map<string, Inherited[]>()

  constructor(constraints: Constraints) {
    this.#constraints = constraints
  }

  /** The rules at one path; `[name]` falls back to `[]`. Nothing where the constraints do not name the path. */
  at(owner: string, path: string): readonly ConstraintRule[] | undefined {
    const rules = this.#constraints.types[owner]
    for (const key of [path, withoutNames(path)]) {
      const found = rules?.[key]
      if (!found) continue
      this.#read.add(placeName(owner, key))
      return found
    }
    const source = this.#inherited
      .get(owner)
      ?.findLast(({prefix}) => path === prefix || isBelow(path, prefix))
    if (!source) return undefined
    return this.at(source.name, path.slice(source.prefix.length).replace(/^\./u, ''))
  }

  /** Whether the constraints name places inside the value at a path. */
  hasBelow(owner: string, path: string): boolean {
    const prefixes = [path, withoutNames(path)]
    return Object.keys(this.#constraints.types[owner] ?? {}).some((key) =>
      prefixes.some((prefix) => isBelow(key, prefix)),
    )
  }

  /** What stands at the path is of a named type, whose rules hold there too where the owner says nothing. */
  inherit(owner: string, prefix: string, name: string): void {
    const list = this.#inherited.get(owner) ?? []
    this.#inherited.set(owner, [...list, {prefix, name}])
  }

  /** The places that nothing has asked for yet, rules on a type as a whole left out. */
  unread(): readonly string[] {
    return Object.entries(this.#constraints.types).flatMap(([owner, paths]) =>
      Object.keys(paths)
        .filter((path) => path !== '' && !this.#read.has(placeName(owner, path)))
        .map((path) => placeName(owner, path)),
    )
  }
}

function placeName(owner: string, path: string): string {
  return `${owner} › ${path}`
}

function isBelow(path: string, prefix: string): boolean {
  return path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`)
}

function withoutNames(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/gu, '[]')
}
