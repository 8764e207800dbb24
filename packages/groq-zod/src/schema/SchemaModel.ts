import type {ArrayType, Field, NamedType, ObjectType, Type} from '../types/type.ts'
import {NULL, STRING} from '../types/type.ts'
import {members, nullable, typeKey, unionOf} from '../types/union.ts'
import {applyRules} from './applyRules.ts'
import type {Constraints} from './constraints.ts'
import {RuleBook} from './RuleBook.ts'
import type {SchemaAttribute, SchemaFile, SchemaNode, SchemaObjectNode} from './schemaNode.ts'

/** `published`: what the schema requires is there. `drafts`: an unfinished document; only its identity is sure. */
export type Perspective = 'published' | 'drafts'

/** Fields that Content Lake itself writes, so that they are there in unfinished documents too. */
const ALWAYS_PRESENT = new Set(['_id', '_type', '_key', '_rev', '_createdAt', '_updatedAt', '_ref'])

/** What stands in the `media` field of an image: a link to an asset of a media library (left out of the extract). */
const MEDIA: ObjectType = {
  kind: 'object',
  fields: {
    _type: {type: {kind: 'string', value: 'globalDocumentReference'}, optional: false},
    _ref: {type: STRING, optional: false},
    _weak: {type: {kind: 'boolean'}, optional: true},
  },
  referenceTo: [],
}

/** The types of a schema as one perspective sees them. */
export class SchemaModel {
  readonly perspective: Perspective
  readonly documentNames: readonly string[]
  readonly #declared = new Map<string, SchemaNode>()
  readonly #rules: RuleBook
  readonly #types = new Map<string, Type>()

  constructor(schema: SchemaFile, constraints: Constraints, perspective: Perspective) {
    this.perspective = perspective
    this.#rules = new RuleBook(constraints)
    for (const entry of schema) {
      const node: SchemaNode =
        entry.type === 'document' ? {type: 'object', attributes: entry.attributes} : entry.value
      this.#declared.set(entry.name, node)
    }
    this.documentNames = schema
      .filter((entry) => entry.type === 'document')
      .map((entry) => entry.name)
      .toSorted()
  }

  has(name: string): boolean {
    return this.#declared.has(name) || this.#types.has(name)
  }

  /** The type that a name stands for; a keyed one has `_key` too. */
  resolve(named: NamedType): Type {
    const type = this.#lookUp(named.name)
    if (!named.keyed || type.kind !== 'object') return type
    return {...type, fields: {_key: {type: STRING, optional: false}, ...type.fields}}
  }

  /** Looks through names until something with a form of its own comes. */
  expand(type: Type): Type {
    return type.kind === 'named' ? this.expand(this.resolve(type)) : type
  }

  /** Places that the constraints name and the schema does not have, as `article › slug.curent`. */
  unplacedRules(): readonly string[] {
    for (const name of this.#declared.keys()) this.#lookUp(name)
    return this.#rules.unread()
  }

  #lookUp(name: string): Type {
    const known = this.#types.get(name)
    if (known) return known
    const node = this.#declared.get(name)
    if (!node) return {kind: 'unknown', reason: `the schema names a type "${name}" that it does not hold`}
    const type =
      node.type === 'object'
        ? this.#object(node, name, '')
        : this.#constrain(this.#convert(node, name, ''), name, '')
    this.#types.set(name, type)
    return type
  }

  /** Sanity's own types (assets, crops) are never drafts. */
  #isStrict(owner: string): boolean {
    return this.perspective === 'published' || owner.startsWith('sanity.')
  }

  #constrain(type: Type, owner: string, path: string): Type {
    const rules = this.#rules.at(owner, path)
    // An unfinished document may break every rule: only forms are checked there.
    if (!rules || !this.#isStrict(owner)) return type
    return applyRules(type.kind === 'named' && path !== '' ? this.#throughAlias(type) : type, rules)
  }

  /** For a named array or string the rules of the field that uses it replace its own; a named object keeps its name. */
  #throughAlias(type: NamedType): Type {
    const node = this.#declared.get(type.name)
    return node === undefined || node.type === 'object' ? type : this.#convert(node, type.name, '')
  }

  #convert(node: SchemaNode, owner: string, path: string): Type {
    switch (node.type) {
      case 'string':
        return node.value === undefined ? STRING : {kind: 'string', value: node.value}
      case 'number':
        return node.value === undefined ? {kind: 'number'} : {kind: 'number', value: node.value}
      case 'boolean':
        return node.value === undefined ? {kind: 'boolean'} : {kind: 'boolean', value: node.value}
      case 'null':
        return NULL
      case 'unknown':
        return {kind: 'unknown', reason: `the schema does not say what stands at ${owner}.${path}`}
      case 'inline':
        return this.#inline(node.name, owner, path)
      case 'union':
        return this.#union(node.of.map((member) => this.#convert(member, owner, path)))
      case 'array':
        return this.#array(node.of, owner, path)
      default:
        return this.#anonymous(node, owner, path)
    }
  }

  /** References of one field to several types are one reference with several targets. */
  #union(types: readonly Type[]): Type {
    const flat = types.flatMap(members)
    const references = flat.filter((type) => type.kind === 'object' && type.referenceTo !== undefined)
    if (references.length < 2) return unionOf(flat)
    const targets = references.flatMap((type) => (type.kind === 'object' ? (type.referenceTo ?? []) : []))
    const [first] = references
    const others = flat.filter((type) => !references.includes(type))
    return first?.kind === 'object'
      ? unionOf([...others, {...first, referenceTo: [...new Set(targets)].toSorted()}])
      : unionOf(flat)
  }

  #inline(name: string, owner: string, path: string): Type {
    const node = this.#declared.get(name)
    if (node?.type === 'object' && node.attributes['_type'] === undefined)
      return this.#anonymous(node, owner, path)
    if (node?.type === 'object' && node.dereferencesTo !== undefined) return this.#object(node, owner, path)
    const named: NamedType = {kind: 'named', name, keyed: false}
    return node?.type === 'object' ? this.#narrowed(named, node, owner, path) : named
  }

  /**
   * A named object on which the type around it puts rules of its own (`article` › `slug.current`) is a type of its
   * own, unless those rules say nothing that it does not say itself.
   */
  #narrowed(named: NamedType, node: SchemaObjectNode, owner: string, path: string): NamedType {
    if (path === '' || !this.#isStrict(owner) || !this.#rules.hasBelow(owner, path)) return named
    const name = `${owner}.${path}`
    if (!this.#types.has(name)) {
      this.#rules.inherit(owner, path, named.name)
      const narrowed = this.#object(node, owner, path)
      if (typeKey(narrowed) === typeKey(this.#lookUp(named.name))) return named
      this.#types.set(name, narrowed)
    }
    return {...named, name}
  }

  #array(of: SchemaNode, owner: string, path: string): ArrayType {
    const items = (of.type === 'union' ? of.of : [of]).map((node) => {
      const itemPath = this.#itemPath(node, path)
      const item = this.#keyed(this.#item(node, owner, itemPath))
      return this.#constrain(item, owner, itemPath)
    })
    return {kind: 'array', of: this.#union(items)}
  }

  /** Items of one type have a path of their own where the array holds several: `body[block]`. */
  #itemPath(node: SchemaNode, path: string): string {
    if (node.type === 'inline') return `${path}[${node.name}]`
    const name = node.type === 'object' ? node.attributes['_type']?.value : undefined
    const label = name?.type === 'string' ? name.value : undefined
    const rest = node.type === 'object' && node.rest?.type === 'inline' ? node.rest.name : undefined
    return `${path}[${rest ?? label ?? ''}]`
  }

  #item(node: SchemaNode, owner: string, path: string): Type {
    if (node.type === 'object' && node.rest?.type === 'inline')
      return this.#inline(node.rest.name, owner, path)
    return this.#convert(node, owner, path)
  }

  #keyed(type: Type): Type {
    if (type.kind === 'union') return unionOf(type.of.map((member) => this.#keyed(member)))
    if (type.kind === 'named') return {...type, keyed: true}
    // A reference in an array has a key, though an extract leaves it out where the reference has several targets.
    if (type.kind === 'object')
      return {...type, fields: {_key: {type: STRING, optional: false}, ...type.fields}}
    return type
  }

  /** An object without a name of its own is named by its place: `article.seo`. */
  #anonymous(node: SchemaObjectNode, owner: string, path: string): Type {
    if (node.dereferencesTo !== undefined || path === '') return this.#object(node, owner, path)
    const name = `${owner}.${path}`
    if (!this.#types.has(name)) this.#types.set(name, this.#object(node, owner, path))
    return {kind: 'named', name, keyed: false}
  }

  #object(node: SchemaObjectNode, owner: string, path: string): ObjectType {
    const fields: Record<string, Field> = {}
    const rest = node.rest?.type === 'object' ? Object.entries(node.rest.attributes) : []
    for (const [name, attribute] of [...Object.entries(node.attributes), ...rest]) {
      if (name === '_key') continue
      fields[name] = this.#field(name, attribute, owner, path === '' ? name : `${path}.${name}`)
    }
    return {
      kind: 'object',
      fields,
      ...(node.dereferencesTo === undefined ? {} : {referenceTo: [node.dereferencesTo]}),
    }
  }

  #field(name: string, attribute: SchemaAttribute, owner: string, path: string): Field {
    const isMedia = name === 'media' && attribute.value.type === 'unknown'
    const converted = isMedia ? MEDIA : this.#convert(attribute.value, owner, path)
    const type = this.#constrain(converted, owner, path)
    if (ALWAYS_PRESENT.has(name)) return {type, optional: false}
    const rules = this.#rules.at(owner, path)?.map(({rule}) => rule) ?? []
    // `required().warning()` is required for an extract, but not for Sanity's validation: constraints say so.
    const required =
      !rules.includes('optional') && (rules.includes('required') || attribute.optional !== true)
    if (required && this.#isStrict(owner)) return {type, optional: false}
    // A document written through the API may hold an explicit null where the Studio would leave the key out.
    return {type: nullable(type), optional: true}
  }
}
