import {expect, test} from 'vitest'
import {constraints, schemaFile} from '../../test-fixtures/compiledSchema.ts'
import {foundQuery} from '../../test-fixtures/foundQuery.ts'
import {importGenerated} from '../../test-fixtures/importGenerated.ts'
import {wholeDocuments} from '../../test-fixtures/wholeDocuments.ts'
import type {Generated} from '../generate.ts'
import {generate} from '../generate.ts'
import type {SchemaFile} from '../schema/schemaNode.ts'
import type {EmitOptions} from './EmitOptions.ts'

function generated(
  query: string,
  options: Partial<EmitOptions> = {},
  schema: SchemaFile = schemaFile,
): Promise<Generated> {
  return generate({schema, constraints, queries: [foundQuery('q', query)], options})
}

async function text(file: string, query: string, options: Partial<EmitOptions> = {}): Promise<string> {
  const {files} = await generated(query, options)
  return files.get(file) ?? ''
}

test('named types stand once, in the shared module, and are imported', async () => {
  const module = await text('q.ts', '*[_type == "article"]{seo, hero, body}')
  expect(module).toContain('type Seo,')
  expect(module).toContain('seo: z.nullable(seoSchema)')
  expect(module).not.toContain('noindex')
  const types = await text('types.ts', '*[_type == "article"]{seo, hero, body}')
  expect(types.match(/export interface Seo /gu)).toHaveLength(1)
  expect(types).not.toContain('export interface Person ')
})

test('a type that nests itself refers to itself through a getter', async () => {
  const types = await text('types.ts', '*[_type == "exercise"]{steps}')
  expect(types).toMatch(/get substeps\(\): z\.ZodMiniExactOptional</u)
  const schemas = (await importGenerated(await generated('*[_type == "exercise"]{steps}'))).get('q')?.schemas
  const steps = wholeDocuments.exercise['steps']
  expect(schemas?.published.safeParse([{steps}]).success).toBe(true)
})

test('objects that `_type` tells apart are a discriminated union', async () => {
  const types = await text('types.ts', '*[_type == "article"]{body}')
  const module = await text('q.ts', '*[_type == "article"]{body}')
  expect(types).toContain("z.discriminatedUnion('_type', [")
  expect(module).toContain('RichTextBlockItem | FigureItem | CalloutItem | RichTextExerciseCardItem')
})

test('Portable Text has its own styles, lists, annotations and inline objects', async () => {
  const types = await text('types.ts', '*[_type == "article"]{body}')
  const block = types.slice(types.indexOf('export interface RichTextBlockItem '))
  expect(block).toContain("style?: 'normal' | 'h2' | null")
  expect(block).toContain("listItem?: 'bullet' | null")
  expect(block).toContain('children?: Array<RichTextSpanItem | RichTextCitationRefItem> | null')
  expect(block).toContain('markDefs?: Array<RichTextLinkItem> | null')
})

test('a shape that a query repeats is written once in its module', async () => {
  const module = await text(
    'q.ts',
    '*[_type == "article"]{"a": author->{name, email, bio}, "b": author->{name, email, bio}}',
  )
  expect(module.match(/email: string \| null/gu)).toHaveLength(2)
  expect(module).toContain('a: QA | null')
  expect(module).toContain('b: QA | null')
})

test('a type that is the same for drafts has one name', async () => {
  const module = await text('q.ts', '*[_type == "article"]{hero}')
  expect(module).toContain('FigureDraft')
  const types = await text('types.ts', '*[_type == "article"]{hero}')
  expect(types).toContain('export interface SanityImageCrop ')
  expect(types).not.toContain('SanityImageCropDraft')
})

test('keys that a type does not name are dropped, kept or refused', async () => {
  const value = [{title: 'x', more: 1}]
  const parse = async (unknownKeys: EmitOptions['unknownKeys']): Promise<unknown> => {
    const query = (await importGenerated(await generated('*[_type == "article"]{title}', {unknownKeys}))).get(
      'q',
    )
    const parsed = query?.schemas.published.safeParse(value)
    return parsed?.success ? parsed.data : 'refused'
  }
  expect(await parse('drop')).toEqual([{title: 'x'}])
  expect(await parse('keep')).toEqual(value)
  expect(await parse('refuse')).toBe('refused')
})

test('an object with an unknown `_type` is refused or kept; one of a known type must still be valid', async () => {
  const query = '*[_type == "article"]{body[]{_type, _key, severity}}'
  const poem = {_type: 'poem', _key: 'a', verses: 3}
  const accepts = async (unknownTypes: EmitOptions['unknownTypes'], item: unknown): Promise<unknown> => {
    const found = (await importGenerated(await generated(query, {unknownTypes}))).get('q')
    const parsed = found?.schemas.published.safeParse([{body: [item]}])
    return parsed?.success ? parsed.data : 'refused'
  }
  expect(await accepts('refuse', poem)).toBe('refused')
  expect(await accepts('keep', poem)).toEqual([{body: [poem]}])
  expect(await accepts('keep', {_type: 'callout', _key: 'a', severity: 'none'})).toBe('refused')
})

test('the index exports the parts of results by name, each name once', async () => {
  // A part is named after its query and place: `TopicPeopleA` twice.
  const people = '*[_type == "person"]{_id, name}'
  const queries = [
    foundQuery('topic', `{"peopleA": ${people}, "peopleB": ${people}}`),
    foundQuery('topicPeople', `{"a": ${people}, "b": ${people}}`),
  ]
  const {files} = await generate({schema: schemaFile, constraints, queries})
  const types = [...(files.get('index.ts') ?? '').matchAll(/type (?<name>\w+)/gu)].map(
    (match) => match.groups?.['name'],
  )
  expect(new Set(types).size).toBe(types.length)
  const declared = [...(files.get('topic.ts') ?? '').matchAll(/export (?:interface|type) (?<name>\w+)/gu)]
  expect(declared.length).toBeGreaterThan(3)
  expect(types).toEqual(expect.arrayContaining(declared.map((match) => match.groups?.['name'])))
})

test('names are safe: reserved words, odd letters, digits and names that meet', async () => {
  const schema: SchemaFile = ['Map', 'map', '3d-view', 'x.y', 'x y'].map((name) => ({
    type: 'document',
    name,
    attributes: {
      _id: {value: {type: 'string'}},
      _type: {value: {type: 'string', value: name}},
      class: {value: {type: 'string'}},
      'it\'s "1"': {value: {type: 'string'}},
      __proto__x: {value: {type: 'string'}},
    },
  }))
  const {files} = await generated('*', {}, schema)
  const types = files.get('types.ts') ?? ''
  const names = [...types.matchAll(/export interface (?<name>\S+)/gu)].map((match) => match.groups?.['name'])
  expect(new Set(names.filter((name) => !name?.endsWith('Draft')))).toEqual(
    new Set(['Map2', 'MapType', 'T3dView', 'XY', 'XYType']),
  )
  const imported = await importGenerated(await generated('*', {}, schema))
  const document = {_id: 'a', _type: '3d-view', class: 'x', 'it\'s "1"': 'y', __proto__x: 'z'}
  expect(imported.get('q')?.schemas.published.parse([document])).toEqual([document])
})

test('without required fields in the schema everything but the identity may be missing', async () => {
  const loose: SchemaFile = schemaFile.map((entry) =>
    entry.type === 'document'
      ? {
          ...entry,
          attributes: Object.fromEntries(
            Object.entries(entry.attributes).map(([name, attribute]) => [
              name,
              {...attribute, optional: !name.startsWith('_')},
            ]),
          ),
        }
      : entry,
  )
  const {files} = await generate({
    schema: loose,
    queries: [foundQuery('q', '*[_type == "person"]{_id, name}')],
  })
  expect(files.get('q.ts')).toContain('export type QResult = Array<{_id: string; name: string | null}>')
})

test('full zod is imported by option', async () => {
  const module = await text('q.ts', '*[_type == "article"]{title}', {zod: 'full', importExtension: '.js'})
  expect(module).toContain("import * as z from 'zod'")
  expect(module).toContain("from './checks.js'")
  expect(module).toContain('z.ZodType<QResult>')
})

test('the query and its text survive quotes, backslashes and template signs', async () => {
  const query = '*[title == "it\'s `${x}` \\\\ \\"q\\""]\n{title}'
  const imported = (await importGenerated(await generated(query))).get('q')
  expect(imported?.query).toBe(query)
})

test('a light module knows what is valid and reaches zod by loading the validators alone', async () => {
  const {files} = await generated('*[_type == "article"]{title, seo, author}', {lightModules: true})
  const light = files.get('q.light.ts') ?? ''
  const imports = [...light.matchAll(/^import (?!type )[^']*'(?<from>.*)'$/gmu)]
  expect(imports.map(({groups}) => groups?.['from'])).toEqual(['./matching.ts'])
  expect(light).toContain("(await import('./q.schemas.ts')).withSchemas(qLight)")
  expect(files.get('matching.ts')).not.toMatch(/\bz\.|import /u)
  // The query and the fast path stand in the light module alone, and no module that it loads imports it.
  const others = ['q.ts', 'q.schemas.ts', 'types.ts', 'checks.ts'].map((name) => files.get(name) ?? '')
  expect(others.join()).not.toMatch(/_type == "article"|objectOf\(/u)
  expect(others.slice(1).join()).not.toMatch(/^import (?!type )[^']*'\.\/q(?:\.light)?\.ts'/mu)
})

test('what a light module loads is the query with its validators', async () => {
  const query = '*[_type == "article"]{title, seo, author}'
  const imported = await importGenerated(await generated(query, {lightModules: true}))
  expect(imported.get('q')?.query).toBe('*[_type=="article"]{title,seo,author}')
  expect(imported.get('q')?.schemas.published.safeParse([{title: 'a'}]).success).toBe(false)
})

test('without the option or the fast path there are no light modules', async () => {
  const usual = await generated('*[_type == "article"]{title}')
  const plain = await generated('*[_type == "article"]{title}', {lightModules: true, fastPath: false})
  expect([...usual.files.keys(), ...plain.files.keys()]).not.toContain('q.light.ts')
})
