import type {SchemaType} from '@sanity/types'
import {expect, test} from 'vitest'
import {compileSchema} from './compileSchema.ts'
import {isRecord} from './fields/isRecord.ts'
import {schemaTypes} from './schemaTypes.ts'
import {validateContent} from './validateContent.ts'

const schema = compileSchema()
const documentNames = schemaTypes.filter((type) => type.type === 'document').map((type) => type.name)

test.each(documentNames)('the initial values of %s pass their own rules', async (name) => {
  const initial = initialValueOf(schema.get(name))
  const document = {_id: `new-${name}`, _type: name, ...(isRecord(initial) ? initial : {})}
  const markers = await validateContent({documents: [document]})
  const paths = leafPaths(initial)
  expect(markers.filter((marker) => paths.includes(marker.path))).toEqual([])
})

test('a new article is due for review in three years', () => {
  const initial = initialValueOf(schema.get('article'))
  const year = new Date().getUTCFullYear() + 3
  expect(isRecord(initial) && initial['nextReviewDue']).toMatch(new RegExp(`^${year}-`))
})

// What an initial value makes exists for the Studio, which then asks for the rest of it: a picture without its file.
// These may: they are required anyway, or complete as they begin.
const BEGUN = ['article.audience', 'article.seo', 'citation.verification', 'contraindication.target']

test('an optional object stays absent until an editor begins it', () => {
  const begun = schemaTypes.flatMap(({name}) => {
    const type = schema.get(name)
    if (type?.jsonType !== 'object' || !('fields' in type)) return []
    return type.fields
      .filter((field) => field.type.jsonType === 'object' && field.type.initialValue === undefined)
      .filter((field) => initialValueOf(field.type) !== undefined)
      .map((field) => `${name}.${field.name}`)
  })
  expect(begun).toEqual(BEGUN)
})

test('a new campaign runs once until its editor says otherwise', () => {
  const initial = initialValueOf(schema.get('campaign'))
  expect(initial).toMatchObject({window: {recurrence: 'none', disambiguation: 'compatible'}})
})

function initialValueOf(type: SchemaType | undefined): unknown {
  if (type === undefined) return undefined
  const own: unknown = typeof type.initialValue === 'function' ? type.initialValue() : type.initialValue
  if (own !== undefined || type.jsonType !== 'object' || !('fields' in type)) return own
  const entries = type.fields.flatMap((field) => {
    const value = initialValueOf(field.type)
    return value === undefined ? [] : [[field.name, value] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function leafPaths(value: unknown, path = ''): string[] {
  if (!isRecord(value)) return [path]
  return Object.entries(value).flatMap(([name, inner]) =>
    leafPaths(inner, path === '' ? name : `${path}.${name}`),
  )
}
