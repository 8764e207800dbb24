import {createClient} from '@sanity/client'
import {parse} from 'groq-js'
import {schemaTypes} from '@spine-center/schema'
import {createMockAuthStore, createWorkspaceFromConfig} from 'sanity'
import {
  createStructureBuilder,
  DocumentBuilder,
  DocumentListBuilder,
  DocumentTypeListBuilder,
  ListBuilder,
  ListItemBuilder,
} from 'sanity/structure'
import {beforeAll, expect, test} from 'vitest'
import config from '../../sanity.config.ts'
import {structure} from './structure.ts'

/** A place in the structure: its path of titles, and what opens there. */
interface Place {
  path: string
  opens: 'list' | 'documents' | 'document'
  schemaType: string | undefined
  filter: string | undefined
}

let places: Place[] = []

beforeAll(async () => {
  const client = createClient({
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  const currentUser = {id: 'ann', name: 'Ann', email: '', role: '', roles: []}
  const workspace = await createWorkspaceFromConfig({
    ...config,
    name: 'default',
    basePath: '/',
    auth: createMockAuthStore({client, currentUser}),
  })
  const source = workspace.unstable_sources[0]
  if (source === undefined) throw new TypeError('The workspace has no source.')
  places = listPlaces(structure(createStructureBuilder({source, perspectiveStack: ['drafts']})), '')
})

test('the content stands by subject', () => {
  const roots = places.filter(({path}) => !path.includes('/'))
  expect(roots.map(({path}) => path)).toEqual([
    'Articles',
    'Exercises',
    'Safety',
    'Evidence',
    'Marketing',
    'People',
    'Settings',
  ])
})

test('every document type can be reached', () => {
  const reached = new Set(places.map(({schemaType}) => schemaType))
  const documentTypes = schemaTypes.filter((type) => type.type === 'document').map((type) => type.name)
  expect(documentTypes.filter((name) => !reached.has(name))).toEqual([])
})

test('the settings open at once, as one document', () => {
  expect(places.filter(({schemaType}) => schemaType === 'siteSettings')).toEqual([
    {path: 'Settings', opens: 'document', schemaType: 'siteSettings', filter: undefined},
  ])
})

test('no two places share a path', () => {
  const paths = places.map(({path}) => path)
  expect(new Set(paths).size).toBe(paths.length)
})

test('every filter is GROQ, and names the type', () => {
  const filters = places.flatMap(({filter}) => filter ?? [])
  expect(filters.length).toBeGreaterThan(20)
  for (const filter of filters) {
    expect(() => parse(`*[${filter}]`, {params: {type: '', kind: '', severity: ''}})).not.toThrow()
    expect(filter).toMatch(/^_type == \$type/)
  }
})

function listPlaces(list: ListBuilder, parent: string): Place[] {
  const items = list.getItems() ?? []
  return items.filter((item) => item instanceof ListItemBuilder).flatMap((item) => placesOf(item, parent))
}

function placesOf(item: ListItemBuilder, parent: string): Place[] {
  const path = `${parent}${item.getTitle()}`
  const child = item.getChild()
  if (child instanceof ListBuilder) {
    return [{path, opens: 'list', schemaType: undefined, filter: undefined}, ...listPlaces(child, `${path}/`)]
  }
  if (child instanceof DocumentBuilder) {
    return [{path, opens: 'document', schemaType: child.getSchemaType(), filter: undefined}]
  }
  const schemaType = item.getSchemaType()
  const filter =
    child instanceof DocumentListBuilder && !(child instanceof DocumentTypeListBuilder)
      ? child.getFilter()
      : undefined
  return [
    {
      path,
      opens: 'documents',
      schemaType: typeof schemaType === 'string' ? schemaType : schemaType?.name,
      filter,
    },
  ]
}
