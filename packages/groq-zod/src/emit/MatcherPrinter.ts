import type {Field, NamedType, ObjectType, Type} from '../types/type.ts'
import {typeKey} from '../types/union.ts'
import {printKey, printString} from './literals.ts'
import {matchArrayChecks, matchScalar} from './matchConditions.ts'
import type {PrintContext} from './PrintContext.ts'
import {nameOf} from './PrintContext.ts'
import {sharedReference} from './sharedReference.ts'
import {splitUnion} from './splitUnion.ts'

/**
 * Writes straight-line functions that say whether zod would accept a value and give it back unchanged. One function
 * for each shape; what they refuse, zod looks at.
 */
export class MatcherPrinter {
  readonly #context: PrintContext
  readonly #names = new Map<string, string>()
  readonly #functions: string[] = []
  readonly #constants = new Map<string, string>()

  constructor(context: PrintContext) {
    this.#context = context
  }

  /** Constants and functions that the matchers so far need. */
  get text(): string {
    const constants = [...this.#constants].map(([value, name]) => `const ${name} = ${value}`)
    return [...constants, ...this.#functions].join('\n\n')
  }

  /** The name of a function, or an arrow function, that matches the type. */
  matcher(type: Type): string {
    const call = /^(?<name>\w+)\(v\)$/u.exec(this.#match(type, 'v'))
    return call?.groups?.['name'] ?? this.#function(type, () => this.#match(type, 'v'))
  }

  /** A function of its own, under a name from outside: for a type that other modules match too. */
  exported(name: string, type: ObjectType): string {
    return `export function ${name}(v: any): boolean {\nreturn ${this.#matchFields(type)}\n}`
  }

  /** An expression that is true when the value is of the type. */
  #match(type: Type, value: string): string {
    switch (type.kind) {
      case 'named':
        return this.#matchNamed(type, value)
      case 'object':
        return this.#matchObject(type, value)
      case 'array': {
        const checks = matchArrayChecks(type.checks, value, (name) => this.#use(name))
        return [`${this.#use('isListOf')}(${value}, ${this.#itemMatcher(type.of)})`, ...checks].join(' && ')
      }
      case 'union':
        return this.#matchUnion(type, value)
      default:
        return matchScalar(type, value, {
          constant: (text) => this.#constant(text),
          use: (name) => this.#use(name),
        })
    }
  }

  #itemMatcher(of: Type): string {
    const match = this.#match(of, 'v')
    const call = /^(?<name>\w+)\(v\)$/u.exec(match)
    return call?.groups?.['name'] ?? `${/\bv\b/u.test(match) ? '(v: any)' : '()'} => ${match}`
  }

  #matchNamed(type: NamedType, value: string): string {
    const expanded = this.#context.model.expand(type)
    const {useMatcher} = this.#context
    if (expanded.kind !== 'object' || !useMatcher) return this.#match(expanded, value)
    this.#context.use(type)
    return `${useMatcher(nameOf(type, this.#context))}(${value})`
  }

  #matchObject(type: ObjectType, value: string): string {
    const shared = sharedReference(type)
    const {useMatcher} = this.#context
    if (shared && useMatcher) {
      this.#context.useShared(shared)
      return `${useMatcher(shared)}(${value})`
    }
    return `${this.#function(type, () => this.#matchFields(type))}(${value})`
  }

  #function(type: Type, body: () => string): string {
    const key = typeKey(type)
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const name = `matches${this.#names.size + 1}`
    this.#names.set(key, name)
    this.#functions.push(`function ${name}(v: any): boolean {\nreturn ${body()}\n}`)
    return name
  }

  #constant(value: string): string {
    const known = this.#constants.get(value)
    if (known !== undefined) return known
    const name = `constant${this.#constants.size + 1}`
    this.#constants.set(value, name)
    return name
  }

  #use(name: string): string {
    this.#context.useShared(name)
    return name
  }

  /** Fixed fields come first, so that a member of a union is recognised or passed over at once. */
  #matchFields(type: ObjectType): string {
    const entries = Object.entries(type.fields).toSorted(([, left], [, right]) => rank(left) - rank(right))
    const fields = entries.map(([name, field]) => this.#matchField(`v${accessor(name)}`, field))
    return [`${this.#use('isObject')}(v)`, ...fields, ...this.#noOtherKeys(type)].join(' && ')
  }

  #matchField(value: string, {type, optional}: Field): string {
    const match = this.#match(type, value)
    return optional ? `(${value} === undefined || ${match})` : match
  }

  /** A key that the type does not name is for zod to drop or to refuse. */
  #noOtherKeys(type: ObjectType): string[] {
    if (type.open !== undefined || this.#context.options.unknownKeys === 'keep') return []
    const fields = Object.entries(type.fields)
    if (fields.every(([, field]) => !field.optional)) return [`${this.#use('hasKeys')}(v, ${fields.length})`]
    const names = fields.map(([name]) => printString(name)).join(', ')
    return [`${this.#use('hasOnly')}(v, ${this.#constant(`new Set([${names}])`)})`]
  }

  #matchUnion(type: Type, value: string): string {
    const {isNullable, primitives, arrays, objects} = splitUnion(type, this.#context.model)
    const scalars: Type[] = isNullable ? [{kind: 'null'}, ...primitives] : [...primitives]
    const parts: string[] = []
    if (scalars.length > 0) {
      parts.push(
        matchScalar({kind: 'union', of: scalars}, value, {
          constant: (text) => this.#constant(text),
          use: (name) => this.#use(name),
        }),
      )
    }
    for (const member of [...arrays, ...objects]) {
      const match = this.#match(member, value)
      parts.push(match.includes(' && ') ? `(${match})` : match)
    }
    if (parts.length === 0) return 'false'
    return parts.length === 1 ? parts.join('') : `(${parts.join(' || ')})`
  }
}

function rank({type}: Field): number {
  return 'value' in type && type.value !== undefined ? 0 : 1
}

function accessor(name: string): string {
  const key = printKey(name)
  return key === name ? `.${name}` : `[${key}]`
}
