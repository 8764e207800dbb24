import {evaluate, parse} from 'groq-js'
import {validateDocument} from '@sanity/validation'
import {beforeAll, describe, expect, test} from 'vitest'
import {compiledSchema, constraints, schemaFile} from '../test-fixtures/compiledSchema.ts'
import {foundQuery} from '../test-fixtures/foundQuery.ts'
import type {ImportedQuery} from '../test-fixtures/importGenerated.ts'
import {importGenerated} from '../test-fixtures/importGenerated.ts'
import {wholeDocuments} from '../test-fixtures/wholeDocuments.ts'
import {generate} from './generate.ts'

type Path = readonly (string | number)[]
type Kind = keyof typeof wholeDocuments

const MISSING = Symbol('missing')

/** What breaks one rule: the document, the place and the value put there. */
const MUTATIONS: readonly (readonly [rule: string, kind: Kind, path: Path, value: unknown])[] = [
  ['required', 'article', ['title'], MISSING],
  ['required, null', 'article', ['title'], null],
  ['required, empty', 'article', ['title'], ''],
  ['required object', 'article', ['slug'], MISSING],
  ['required reference', 'article', ['author'], MISSING],
  ['required array', 'article', ['body'], null],
  ['required inside an item', 'article', ['recommends', 0, 'exercise'], MISSING],
  ['required inside a reference', 'article', ['author', '_ref'], 7],
  ['max of a string', 'article', ['title'], 'x'.repeat(71)],
  ['max of a string in an object', 'article', ['seo', 'title'], 'x'.repeat(61)],
  ['closed list', 'article', ['kind'], 'poem'],
  ['closed list in Portable Text', 'article', ['body', 0, 'style'], 'h9'],
  ['closed list in a block object', 'article', ['body', 1, 'severity'], 'fine'],
  ['closed list of numbers', 'exercise', ['dosage', 'level'], 9],
  ['min of a number', 'article', ['views'], -1],
  ['max of a number', 'exercise', ['difficulty'], 6],
  ['integer', 'exercise', ['difficulty'], 1.5],
  ['greater than', 'citation', ['year'], 1500],
  ['less than', 'citation', ['year'], 2100],
  ['precision', 'exercise', ['dosage', 'intensity'], 0.55],
  ['regex', 'citation', ['doi'], 'doi:10'],
  ['email', 'person', ['email'], 'ann at example'],
  ['date', 'person', ['born'], 'in May'],
  ['datetime', 'article', ['publishedAt'], 'yesterday'],
  ['uri scheme', 'article', ['seo', 'canonical'], 'http://example.org/'],
  ['uri scheme in an annotation', 'article', ['body', 0, 'markDefs', 0, 'href'], 'javascript:alert(1)'],
  ['min of an array', 'article', ['keyMessages'], []],
  ['max of an array', 'article', ['keyMessages'], ['a', 'b', 'c', 'd', 'e']],
  ['unique', 'exercise', ['tags'], ['a', 'a']],
  ['required in an object without a name', 'exercise', ['dosage', 'range', 'min'], MISSING],
  ['rule in a type that nests itself', 'exercise', ['steps', 0, 'substeps', 0, 'text'], 'ab'],
  ['rule in nested Portable Text', 'article', ['body', 1, 'body', 0, 'style'], 'h9'],
  ['kind: text for a number', 'article', ['views'], 'many'],
  ['kind: number for text', 'article', ['title'], 3],
  ['kind: text for a list', 'exercise', ['tags'], 'a'],
  ['kind: list for an object', 'article', ['seo'], []],
  ['kind: text for a boolean', 'article', ['featured'], 'yes'],
  ['kind: an item of a list', 'article', ['scores', 1], 'two'],
  ['unknown _type', 'article', ['body', 0, '_type'], 'poem'],
  ['missing _key', 'article', ['body', 1, '_key'], MISSING],
]

/** Kinds and keys that Sanity's validation does not look at; the rest it refuses too. */
const NOT_SEEN_BY_SANITY = new Set([
  'required inside a reference',
  'kind: an item of a list',
  'unknown _type',
  'missing _key',
  'kind: list for an object',
])

/** The same documents through a projection that gives every field another place. */
const PROJECTIONS: Readonly<Record<Kind, string>> = {
  article:
    '{"data": {title, slug, kind, publishedAt, views, featured, seo, body, author, recommends, scores, keyMessages}}',
  exercise: '{"data": {difficulty, dosage, tags, steps[]{..., substeps[]{...}}}}',
  citation: '{"data": {year, doi}}',
  person: '{"data": {email, born}}',
}

const imported: Partial<Record<string, ImportedQuery>> = {}

beforeAll(async () => {
  const kinds = Object.keys(wholeDocuments)
  const queries = kinds.flatMap((kind) => [
    foundQuery(`${kind}Whole`, `*[_type == "${kind}"]`),
    foundQuery(`${kind}Projected`, `*[_type == "${kind}"][0]${projectionOf(kind)}`),
  ])
  const map = await importGenerated(await generate({schema: schemaFile, constraints, queries}))
  for (const [name, query] of map) imported[name] = query
})

function projectionOf(kind: string): string {
  return Object.entries(PROJECTIONS).find(([name]) => name === kind)?.[1] ?? ''
}

function mutate(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return replacement
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? mutate(item, rest, replacement) : item))
  }
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {})
  const changed = entries.map(([name, inner]: [string, unknown]) => [
    name,
    name === key ? mutate(inner, rest, replacement) : inner,
  ])
  return Object.fromEntries(changed.filter(([, inner]) => inner !== MISSING))
}

async function issuesOf(name: string, document: unknown): Promise<readonly Path[]> {
  const query = imported[name]
  if (!query) throw new Error(`${name} is not generated`)
  const value = await evaluate(parse(query.query), {dataset: [document]})
  const parsed = query.schemas.published.safeParse(await value.get())
  const paths = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path)
  return paths.map((path) => path.filter((part) => typeof part !== 'symbol'))
}

test.each(Object.keys(PROJECTIONS))('the whole %s passes', async (kind) => {
  const document = Object.entries(wholeDocuments).find(([name]) => name === kind)?.[1]
  expect(await issuesOf(`${kind}Whole`, document)).toEqual([])
  expect(await issuesOf(`${kind}Projected`, document)).toEqual([])
})

describe.each(MUTATIONS)('%s: %s.%j', (_, kind, path, value) => {
  const document = mutate(wholeDocuments[kind], path, value)

  test('is refused in the whole document, with its path', async () => {
    expect(await issuesOf(`${kind}Whole`, document)).toContainEqual([0, ...path])
  })

  test('is refused through a projection, with the path of the result', async () => {
    const place = ['data', ...path]
    expect(await issuesOf(`${kind}Projected`, document)).toContainEqual(place)
  })
})

const SEEN = MUTATIONS.filter(([rule]) => !NOT_SEEN_BY_SANITY.has(rule))

test.each(SEEN)('the validation of Sanity refuses it too: %s: %s.%j', async (_, kind, path, value) => {
  const {markers} = await validateDocument({
    document: Object.assign(
      {...wholeDocuments[kind]},
      {[path[0] ?? '']: undefined},
      mutate(wholeDocuments[kind], path, value),
    ),
    schema: compiledSchema,
    customValidation: false,
    getDocumentExists: () => Promise.resolve(true),
  })
  expect(markers.filter(({level}) => level === 'error')).not.toEqual([])
})
