import {expect, test} from 'vitest'
import type {Type} from '../types/type.ts'
import type {Constraints} from './constraints.ts'
import {SchemaModel} from './SchemaModel.ts'
import type {SchemaFile, SchemaObjectNode} from './schemaNode.ts'

const slug: SchemaObjectNode = {
  type: 'object',
  attributes: {
    _type: {value: {type: 'string', value: 'slug'}},
    current: {value: {type: 'string'}, optional: true},
  },
}
const inline = {type: 'inline', name: 'slug'} as const
const article = {
  type: 'document',
  name: 'article',
  attributes: {slug: {value: inline}, other: {value: inline}, aliases: {value: {type: 'array', of: inline}}},
} as const
const schema: SchemaFile = [article, {type: 'type', name: 'slug', value: slug}]

function modelWith(
  rules: Constraints['types'],
  perspective: 'published' | 'drafts' = 'published',
): SchemaModel {
  return new SchemaModel(schema, {version: 1, types: rules}, perspective)
}

function fieldOf(model: SchemaModel, name: string): Type | undefined {
  const type = model.resolve({kind: 'named', name: 'article', keyed: false})
  return type.kind === 'object' ? type.fields[name]?.type : undefined
}

function currentOf(model: SchemaModel, name: string): unknown {
  const type = fieldOf(model, name)
  const named = type?.kind === 'union' ? type.of.find(({kind}) => kind === 'named') : type
  const expanded = named && model.expand(named.kind === 'array' ? named.of : named)
  return expanded?.kind === 'object' ? expanded.fields['current'] : undefined
}

const REQUIRED = [{rule: 'required'}] as const
const FILLED = {type: {kind: 'string', checks: {filled: true}}, optional: false}
const OPEN = {type: {kind: 'union', of: [{kind: 'string'}, {kind: 'null'}]}, optional: true}

test('a rule whose path leads into a named type holds at that place alone', () => {
  const model = modelWith({article: {'slug.current': REQUIRED}})
  expect(currentOf(model, 'slug')).toEqual(FILLED)
  expect(currentOf(model, 'other')).toEqual(OPEN)
})

test.each(['aliases[].current', 'aliases[slug].current'])(
  'so does one into the items of an array: %s',
  (path) => {
    expect(currentOf(modelWith({article: {[path]: REQUIRED}}), 'aliases')).toEqual(FILLED)
  },
)

test('the rules of the named type hold beside those of the place', () => {
  const max = [{rule: 'max', value: 9}] as const
  const model = modelWith({article: {'slug._type': REQUIRED}, slug: {current: max}})
  expect(currentOf(model, 'slug')).toMatchObject({type: {of: [{kind: 'string', checks: {max: 9}}, {}]}})
})

test('a rule that the named type has itself makes no other type of it', () => {
  const model = modelWith({article: {'slug.current': REQUIRED}, slug: {current: REQUIRED}})
  expect(fieldOf(model, 'slug')).toEqual({kind: 'named', name: 'slug', keyed: false})
})

test('drafts may break the rule', () => {
  const model = modelWith({article: {'slug.current': REQUIRED}}, 'drafts')
  expect(currentOf(model, 'slug')).toEqual(OPEN)
})

test('places that the schema does not have are told', () => {
  const rules = {'slug.curent': REQUIRED, 'slug.current': REQUIRED, titel: REQUIRED}
  expect(modelWith({article: rules, artcle: {title: REQUIRED}}).unplacedRules()).toEqual([
    'article › slug.curent',
    'article › titel',
    'artcle › title',
  ])
})
