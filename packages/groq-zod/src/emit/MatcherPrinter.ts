import type {Field, NamedType, ObjectType, Type} from '../types/type.ts'
import {typeKey} from '../types/union.ts'
import {printKey, printString} from './literals.ts'
import type {ConditionContext} from './matchConditions.ts'
import {matchArray, matchScalar, printWords} from './matchConditions.ts'
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
  readonly #conditions: ConditionContext = {
    constant: (text) => this.#constant(text),
    use: (name) => this.#use(name),
  }

  constructor(context: PrintContext) {
    this.#context = context
  }

  /** Constants and functions that the matchers so far need. */
  get text(): string {
    const constants = [...this.#constants].map(([value, name]) => `const ${name} = ${value}`)
    return [...constants, ...this.#functions].join('\n\n')
  }

  /** The name of a function that matches the type. */
  matcher(type: Type): string {
    const call = this.#call(type)
    return call.includes(',') ? this.#function(type, () => this.#match(type, 'v')) : call
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
      case 'array':
        return matchArray(type.checks, value, this.matcher(type.of), this.#conditions)
      case 'union':
        return this.#matchUnion(type, value)
      default:
        return matchScalar(type, value, this.#conditions)
    }
  }

  /** The type as a function and what it takes after the value: `isString`, or `isListOf, matches4`. */
  #call(type: Type): string {
    const call = /^(?<name>\w+)\(v(?<args>(?:, [\w.-]+){0,2})\)$/u.exec(this.#match(type, 'v'))?.groups
    return call ? `${call['name']}${call['args']}` : this.#function(type, () => this.#match(type, 'v'))
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
    const condition = body()
    const param = /\bv\b/u.test(condition) ? 'v' : '_v'
    this.#functions.push(`function ${name}(${param}: any): boolean {\nreturn ${condition}\n}`)
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

  /** What tells members of a union apart comes first, so that each is recognised or passed over at once. */
  #matchFields(type: ObjectType): string {
    const {_type: tag, ...others} = type.fields
    const typeName = tag && !tag.optional && tag.type.kind === 'string' ? tag.type.value : undefined
    const fields = Object.entries(typeName === undefined ? type.fields : others)
      .toSorted(([, left], [, right]) => rank(left) - rank(right))
      .map(([name, field]) => this.#matchField(`v${accessor(name)}`, field))
    const head = typeName === undefined ? [] : [`${this.#use('isA')}(v, ${printString(typeName)})`]
    const keys = this.#matchKeys(type)
    if (keys === undefined && head.length === 0) head.push(`${this.#use('isObject')}(v)`)
    return [...head, ...(keys === undefined ? [] : [keys]), ...fields].join(' && ')
  }

  #matchField(value: string, {type, optional}: Field): string {
    if (!optional) return this.#match(type, value)
    const {isNullable, some} = this.#withoutNull(type)
    if (some === undefined) return `(${value} === undefined${isNullable ? ` || ${value} === null` : ''})`
    return `${this.#use(isNullable ? 'maybe' : 'orMissing')}(${value}, ${this.#call(some)})`
  }

  /** A key that the type does not name is for zod to drop or to refuse. */
  #matchKeys(type: ObjectType): string | undefined {
    if (type.open !== undefined || this.#context.options.unknownKeys === 'keep') return undefined
    const fields = Object.entries(type.fields)
    if (fields.every(([, field]) => !field.optional)) return `${this.#use('hasKeys')}(v, ${fields.length})`
    const names = printWords(
      fields.map(([name]) => name),
      this.#conditions,
    )
    return `${this.#use('hasOnly')}(v, ${names})`
  }

  #withoutNull(type: Type): {readonly isNullable: boolean; readonly some: Type | undefined} {
    if (type.kind === 'null') return {isNullable: true, some: undefined}
    if (type.kind !== 'union') return {isNullable: false, some: type}
    const {isNullable, primitives, arrays, objects} = splitUnion(type, this.#context.model)
    const rest = [...primitives, ...arrays, ...objects]
    return {isNullable, some: rest.length < 2 ? rest[0] : {kind: 'union', of: rest}}
  }

  #matchUnion(type: Type, value: string): string {
    const {isNullable, some} = this.#withoutNull(type)
    if (some === undefined) return isNullable ? `${value} === null` : 'false'
    if (isNullable) return `${this.#use('orNull')}(${value}, ${this.#call(some)})`
    const {primitives, arrays, objects} = splitUnion(some, this.#context.model)
    const scalars =
      primitives.length === 0 ? [] : [matchScalar({kind: 'union', of: primitives}, value, this.#conditions)]
    const parts = [...arrays, ...objects].map((member) => this.#match(member, value))
    const all = [...scalars, ...parts.map((part) => (part.includes(' && ') ? `(${part})` : part))]
    return all.length === 1 ? all.join('') : `(${all.join(' || ')})`
  }
}

/** A field that is fixed to one value. */
function rank({type}: Field): number {
  return 'value' in type && type.value !== undefined ? 0 : 1
}

function accessor(name: string): string {
  const key = printKey(name)
  return key === name ? `.${name}` : `[${key}]`
}
