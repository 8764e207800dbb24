import type {SchemaType} from '@sanity/types'
import {groupProblems, validateSchema} from '@sanity/schema/_internal'
import {describe, expect, test} from 'vitest'
import {compileSchema} from './compileSchema.ts'
import {schemaTypes} from './schemaTypes.ts'

const documentTypes = [
  'article',
  'campaign',
  'carePathway',
  'citation',
  'condition',
  'contraindication',
  'disclaimer',
  'exercise',
  'feed',
  'glossaryTerm',
  'movementPattern',
  'organization',
  'person',
  'siteSettings',
  'topic',
]

const schema = compileSchema()
const names: string[] = schemaTypes.map((type) => type.name)

test('Sanity finds no problem in the schema', () => {
  const problems = groupProblems(validateSchema(schemaTypes).getTypes()).flatMap((group) =>
    group.problems.map((problem) => `${JSON.stringify(group.path)}: ${problem.message}`),
  )
  expect(problems).toEqual([])
})

test('the document types are the fifteen of the content model', () => {
  const found = schemaTypes.filter((type) => type.type === 'document').map((type) => type.name)
  expect(found.toSorted()).toEqual(documentTypes)
})

test('every document type has an icon and a preview', () => {
  const bare = documentTypes.filter((name) => {
    const type = schema.get(name)
    return type === undefined || !('icon' in type) || type.icon === undefined || type.preview === undefined
  })
  expect(bare).toEqual([])
})

test('every object type that stands in a list has an icon', () => {
  const bare = schemaTypes
    .filter((type) => type.type === 'object' && !('icon' in type))
    .map((type) => type.name)
  // `feedRule` is a field of a slot, never an entry of a list.
  expect(bare).toEqual(['feedRule'])
})

describe.each(names)('%s', (name) => {
  const fields = listFields(schema.get(name), name)

  test('every field has a title that an editor can read', () => {
    expect(fields.filter(({title}) => !/^[A-Z][\w’ ,:()/+“”…-]*$/u.test(title ?? ''))).toEqual([])
  })

  test('every description is a sentence', () => {
    const broken = fields.filter(
      ({description}) => description !== undefined && !/^[\p{Lu}].*\S$/u.test(description),
    )
    expect(broken).toEqual([])
  })
})

test('every field of a document with tabs stands on one of them', () => {
  const lost = documentTypes.flatMap((name) => {
    const type = schema.get(name)
    if (
      type === undefined ||
      !('groups' in type) ||
      !Array.isArray(type.groups) ||
      type.groups.length === 0 ||
      !('fields' in type)
    )
      return []
    const tabs = new Set(type.groups.map((group: {name: string}) => group.name))
    return type.fields.filter(({group}) => ![group].flat().some((tab) => tab !== undefined && tabs.has(tab)))
  })
  expect(lost).toEqual([])
})

interface FieldSummary {
  path: string
  title: string | undefined
  description: string | undefined
}

function listFields(type: SchemaType | undefined, path: string): FieldSummary[] {
  if (type === undefined || !('fields' in type) || type.jsonType !== 'object') return []
  return type.fields.flatMap((field) => {
    const {title, description} = field.type
    const summary = {
      path: `${path}.${field.name}`,
      title,
      description: typeof description === 'string' ? description : undefined,
    }
    const inline = !names.includes(field.type.name) && ['object'].includes(field.type.name)
    return [summary, ...(inline ? listFields(field.type, summary.path) : [])]
  })
}
