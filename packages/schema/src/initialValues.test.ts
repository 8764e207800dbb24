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

test('objects that editors add start with values that pass too', async () => {
  const dosage = initialValueOf(schema.get('exercisePattern'))
  expect(dosage).toEqual({role: 'primary'})
  expect(initialValueOf(schema.get('schedule'))).toEqual({recurrence: 'none', disambiguation: 'compatible'})
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
