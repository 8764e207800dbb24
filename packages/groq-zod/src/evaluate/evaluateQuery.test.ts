import {expect, test} from 'vitest'
import {constraints, schemaFile} from '../../test-fixtures/compiledSchema.ts'
import {foundQuery} from '../../test-fixtures/foundQuery.ts'
import {generate} from '../generate.ts'

/** A type of the generated module, on one line. */
async function generatedType(query: string, suffix: string): Promise<string> {
  const {files} = await generate({schema: schemaFile, constraints, queries: [foundQuery('q', query)]})
  const text = files.get('q.ts') ?? ''
  const start = text.indexOf(`export type Q${suffix} = `) + `export type Q${suffix} = `.length
  const rest = text.slice(start)
  const end = rest.search(/\n\n/u)
  return rest
    .slice(0, end)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/< ?\| /gu, '<')
    .replaceAll(/ (?=[}>])|(?<=[{<]) /gu, '')
    .trim()
}

const RESULTS: readonly (readonly [query: string, published: string, drafts: string])[] = [
  // Required fields are there in what is published, and may be missing in drafts.
  ['*[_type == "article"]{title}', 'Array<{title: string}>', 'Array<{title: string | null}>'],
  [
    '*[_type == "article"]{_id, _type}',
    "Array<{_id: string; _type: 'article'}>",
    "Array<{_id: string; _type: 'article'}>",
  ],
  ['*[_type == "article"]{views}', 'Array<{views: number | null}>', 'Array<{views: number | null}>'],
  ['*[_type == "article"][0]', 'Article | null', 'ArticleDraft | null'],
  // An element may not be there, unless the array must be longer.
  ['*[_type == "exercise"][0].steps[0].text', 'string | null', 'string | null'],
  [
    '*[_type == "exercise"]{"first": steps[0].text}',
    'Array<{first: string}>',
    'Array<{first: string | null}>',
  ],
  [
    '*[_type == "exercise"]{"second": steps[1].text}',
    'Array<{second: string | null}>',
    'Array<{second: string | null}>',
  ],
  ['*[_type == "exercise"]{"n": steps[$at].text}', 'Array<{n: string | null}>', 'Array<{n: string | null}>'],
  // References can dangle.
  [
    '*[_type == "article"]{"name": author->name}',
    'Array<{name: string | null}>',
    'Array<{name: string | null}>',
  ],
  ['*[_type == "article"]{author}', 'Array<{author: Reference}>', 'Array<{author: Reference | null}>'],
  ['(*[_type == "article"].author->)[defined(_id)].name', 'Array<string>', 'Array<string | null>'],
  // What the filter says of a field holds for what it lets through.
  ['*[_type == "article" && defined(views)]{views}', 'Array<{views: number}>', 'Array<{views: number}>'],
  ['*[_type == "article" && kind == "guide"]{kind}', "Array<{kind: 'guide'}>", "Array<{kind: 'guide'}>"],
  [
    '*[_type == "article" && kind != null]{kind}',
    "Array<{kind: 'guide' | 'news'}>",
    "Array<{kind: 'guide' | 'news'}>",
  ],
  ['*[_type == "article" && views > 3]{views}', 'Array<{views: number}>', 'Array<{views: number}>'],
  ['*[_type == "article" && defined(seo.title)]{"t": seo.title}', 'Array<{t: string}>', 'Array<{t: string}>'],
  ['*[defined(difficulty)]{_type}', "Array<{_type: 'exercise'}>", "Array<{_type: 'exercise'}>"],
  // Conditions that the type decides are decided, others make a key optional.
  [
    '*[_type == "article"]{_type == "article" => {title}, _type == "person" => {name}}',
    'Array<{title: string}>',
    'Array<{title: string | null}>',
  ],
  [
    '*[_type == "article"]{_id, featured => {views}}',
    'Array<{_id: string; views?: number | null}>',
    'Array<{_id: string; views?: number | null}>',
  ],
  [
    '*[_type == "article"]{"x": select(kind == "guide" => 1, kind == "news" => 2, 3)}',
    'Array<{x: 1 | 2 | 3}>',
    'Array<{x: 1 | 2 | 3}>',
  ],
  ['*[_type == "article"]{"x": select(_type == "article" => 1, 2)}', 'Array<{x: 1}>', 'Array<{x: 1}>'],
  ['*[_type == "article"]{"x": coalesce(views, 0)}', 'Array<{x: number}>', 'Array<{x: number}>'],
  [
    '*[_type == "article"]{"x": coalesce(seo.title, title)}',
    'Array<{x: string}>',
    'Array<{x: string | null}>',
  ],
  [
    '*[_type in ["article", "exercise"]]{_type, kind}',
    "Array<{_type: 'article'; kind: 'guide' | 'news'} | {_type: 'exercise'; kind: 'aerobic' | 'strength' | 'mobility'}>",
    "Array<{_type: 'article'; kind: 'guide' | 'news' | null} | {_type: 'exercise'; kind: 'aerobic' | 'strength' | 'mobility' | null}>",
  ],
  // Functions and operators.
  ['count(*)', 'number', 'number'],
  ['*[_type == "article"]{"n": count(related)}', 'Array<{n: number | null}>', 'Array<{n: number | null}>'],
  [
    '*[_type == "article"]{"n": views / 2, "m": views % views}',
    'Array<{n: number | null; m: number | null}>',
    'Array<{n: number | null; m: number | null}>',
  ],
  [
    '*[_type == "exercise"]{"n": difficulty / 2, "m": difficulty + 1, "o": difficulty / difficulty}',
    'Array<{n: number; m: number; o: number | null}>',
    'Array<{n: number | null; m: number | null; o: number | null}>',
  ],
  [
    '*[_type == "article"]{"d": defined(title), "e": defined(views)}',
    'Array<{d: true; e: boolean}>',
    'Array<{d: boolean; e: boolean}>',
  ],
  ['*[_type == "article"]{"t": pt::text(body)}', 'Array<{t: string | null}>', 'Array<{t: string | null}>'],
  [
    '*[_type == "article"] | score(title match "a"){_score}',
    'Array<{_score: number}>',
    'Array<{_score: number}>',
  ],
  [
    '*[_type == "person"]{"a": *[_type == "article" && author._ref == ^._id]{"by": ^.name}}',
    'Array<{a: Array<{by: string}>}>',
    'Array<{a: Array<{by: string | null}>}>',
  ],
  ['*[_type == "nothing"]', 'Array<never>', 'Array<never>'],
]

test.each(RESULTS)('%s', async (query, published, drafts) => {
  expect(await generatedType(query, 'Result')).toBe(published)
  expect(await generatedType(query, 'DraftsResult')).toBe(drafts)
})

const PARAMS: readonly (readonly [query: string, params: string])[] = [
  ['*[0]', 'Record<string, never>'],
  ['*[slug.current == $slug]', '{slug: string}'],
  ['*[_type == "article" && kind == $kind]', "{kind: 'guide' | 'news'}"],
  ['*[_type == "exercise" && difficulty >= $least]', '{least: number}'],
  ['*[_type == "exercise" && $tag in tags]', '{tag: string}'],
  ['*[_type == "exercise" && kind in $kinds]', "{kinds: Array<'aerobic' | 'strength' | 'mobility'>}"],
  ['*[_type == "article" && title match $text]', '{text: string | Array<string>}'],
  ['*[_type == "article"][$from...$to]', '{from: number; to: number}'],
  ['*[_type == "article"][$at].title', '{at: number}'],
  ['*[_type == "exercise" && kind in [$kind]]', "{kind: 'aerobic' | 'strength' | 'mobility'}"],
  ['*[references($id)]', '{id: string | Array<string>}'],
  ['*[_type == "article" && ($kind == null || kind == $kind)]', "{kind?: 'guide' | 'news' | null}"],
  ['*[_type == "article" && (!defined($n) || views > $n)]', '{n?: number | null}'],
  ['*[_type == "article"]{"x": coalesce($x, views)}', '{x: unknown}'],
  ['*[_type == "article" && dateTime(publishedAt) < dateTime($at)]', '{at: string}'],
  ['*[_type == "article" && featured == $featured && _id == $id]', '{featured: boolean; id: string}'],
  ['*[title == "$no"]{"a": $a}', '{a: unknown}'],
]

test.each(PARAMS)('parameters of %s', async (query, params) => {
  expect(await generatedType(query, 'Params')).toBe(params)
})
