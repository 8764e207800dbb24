import type {ArrayType, Field, NamedType, ObjectType, Type} from '../types/type.ts'
import {STRING} from '../types/type.ts'
import {typeKey} from '../types/union.ts'
import {listMatcher} from './listMatcher.ts'
import {isMark, MatcherShapes} from './MatcherShapes.ts'
import {printKeys, printMember} from './matcherText.ts'
import type {PrintContext} from './PrintContext.ts'
import {nameOf} from './PrintContext.ts'
import type {MatcherContext} from './scalarMatcher.ts'
import {scalarMatcher} from './scalarMatcher.ts'
import {sharedType} from './sharedDeclarations.ts'
import {sharedReference} from './sharedReference.ts'
import type {SplitUnion} from './splitUnion.ts'
import {fieldLiterals, splitUnion} from './splitUnion.ts'

/**
 * Writes fast paths: expressions that say whether zod would accept a value and give it back unchanged, in the notation
 * of `MATCHER_SOURCES`. What they refuse, zod looks at.
 */
export class MatcherPrinter {
  readonly #context: PrintContext
  readonly #shapes = new MatcherShapes()
  readonly #constants = new Map<string, string>()
  readonly #scalars: MatcherContext = {
    constant: (text) => this.#constant(text),
    use: (name) => this.#use(name),
  }

  constructor(context: PrintContext) {
    this.#context = context
  }

  /** An expression that gives a function. */
  matcher(type: Type): string {
    const text = this.#match(type)
    const isFunction = /^\w/u.test(text) || isMark(text)
    return this.#shapes.resolve(isFunction ? text : `${this.#use('isA')}(${text})`)
  }

  /** Declares the matcher of a type that other modules match too. */
  export(typeName: string, type: NamedType | 'Reference' | 'ReferenceItem'): void {
    this.#shapes.export(typeName, typeof type === 'string' ? this.#matchReference(type) : this.#match(type))
  }

  /** Constants and shapes that the matchers so far need. */
  get declarations(): readonly string[] {
    const constants = [...this.#constants].map(([value, name]) => `const ${name} = ${value}`)
    return [...constants, ...this.#shapes.declarations]
  }

  #match(type: Type): string {
    switch (type.kind) {
      case 'named':
        return this.#matchNamed(type)
      case 'object':
        return this.#matchObject(type)
      case 'array':
        return this.#matchArray(type)
      case 'union':
        return this.#matchUnion(type)
      default:
        return scalarMatcher(type, this.#scalars)
    }
  }

  #matchNamed(type: NamedType): string {
    const expanded = this.#context.model.expand(type)
    if (expanded.kind !== 'object') return this.#match(expanded)
    const name = nameOf(type, this.#context)
    const {useMatcher} = this.#context
    if (!useMatcher) return this.#shapes.shape(typeKey(type), name, () => this.#matchFields(expanded))
    this.#context.use(type)
    return useMatcher(name)
  }

  #matchObject(type: ObjectType): string {
    const shared = sharedReference(type)
    const {useMatcher} = this.#context
    if (shared && useMatcher) {
      this.#context.useShared(shared)
      return useMatcher(shared)
    }
    if (shared) return this.#matchReference(shared)
    const name = this.#context.localShape(type)?.name
    return this.#shapes.shape(typeKey(type), name, () => this.#matchFields(type))
  }

  #matchReference(shared: 'Reference' | 'ReferenceItem'): string {
    return this.#shapes.shape(shared, shared, () => this.#matchFields(sharedType(shared)))
  }

  #matchArray(type: ArrayType): string {
    const {name, bounds} = listMatcher(type, this.#context.model)
    return `${this.#use(name)}(${[this.#match(type.of), ...bounds].join(', ')})`
  }

  #matchFields({fields, open}: ObjectType): string {
    const isOpen = open !== undefined || this.#context.options.unknownKeys === 'keep'
    // Keys may come in any order; those that many shapes have stand first, as they do in most.
    const sorted = Object.entries(fields).toSorted(
      ([left], [right]) => Number(right.startsWith('_')) - Number(left.startsWith('_')),
    )
    const keys = printKeys(sorted.map(([name]) => name))
    const checks = sorted.map(([, field]) => this.#matchField(field))
    return `${this.#use(isOpen ? 'openObjectOf' : 'objectOf')}(${[keys, ...checks].join(', ')})`
  }

  #matchField({type, optional}: Field): string {
    if (!optional) return this.#match(type)
    const union = splitUnion(type, this.#context.model)
    if (!union.isNullable) return `${this.#use('orMissing')}(${this.#match(type)})`
    return `${this.#use('maybe')}(${this.#matchSome(union)})`
  }

  #matchUnion(type: Type): string {
    const union = splitUnion(type, this.#context.model)
    const some = this.#matchSome(union)
    return union.isNullable ? `${this.#use('orNull')}(${some})` : some
  }

  /** The members of a union but null. */
  #matchSome({primitives, arrays, objects, discriminator}: SplitUnion): string {
    const scalars =
      primitives.length === 0 ? [] : [scalarMatcher({kind: 'union', of: primitives}, this.#scalars)]
    const lists = arrays.map((array) => this.#match(array))
    const parts =
      discriminator === '_type' ? [this.#matchTagged(objects)] : objects.map((one) => this.#match(one))
    const all = [...scalars, ...lists, ...parts]
    const [only] = all
    if (all.length === 1 && only !== undefined) return only
    return all.length === 0 ? '[]' : `${this.#use('isEither')}(${all.join(', ')})`
  }

  #matchTagged(objects: SplitUnion['objects']): string {
    const key = typeKey({kind: 'union', of: objects})
    return this.#shapes.shape(key, undefined, () => {
      const members = objects.flatMap((object) => {
        const tagged = this.#matchMember(object)
        return fieldLiterals(object, '_type', this.#context.model).map((tag) => printMember(tag, tagged))
      })
      return `${this.#use('byType')}({${members.join(', ')}})`
    })
  }

  /** Where a member is found by its `_type`, that need not be looked at once more. */
  #matchMember(object: ObjectType | NamedType): string {
    const type = object.kind === 'named' ? this.#context.model.expand(object) : object
    if (type.kind !== 'object' || sharedReference(type) || this.#context.useMatcher)
      return this.#match(object)
    const fields = {...type.fields, _type: {type: STRING, optional: false}}
    return this.#shapes.shape(`tagged ${typeKey(object)}`, undefined, () =>
      this.#matchFields({...type, fields}),
    )
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
}
