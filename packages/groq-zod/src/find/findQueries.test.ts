import {join} from 'node:path'
import {expect, test} from 'vitest'
import {TemporaryProject} from '../../test-fixtures/TemporaryProject.ts'
import {findQueries} from './findQueries.ts'
import {SourceModules} from './SourceModules.ts'

const CASES: readonly (readonly [
  what: string,
  files: Record<string, string>,
  expected: Record<string, string>,
])[] = [
  ['defineQuery', {'a.ts': 'export const aQuery = defineQuery(`*`)'}, {a: '*'}],
  ['a member of a namespace', {'a.ts': 'export const aQuery = groq.defineQuery("*")'}, {a: '*'}],
  ['a groq tag', {'a.ts': 'const listQuery = groq`*[0]`'}, {list: '*[0]'}],
  ['a groq comment', {'a.ts': 'const listQuery = /* groq */ `*[1]`'}, {list: '*[1]'}],
  ['a constant in capitals', {'a.ts': 'const ARTICLE_BY_SLUG_QUERY = groq`*`'}, {articleBySlug: '*'}],
  ['a name that generated files have', {'a.ts': 'const typesQuery = groq`*`'}, {typesQuery: '*'}],
  ['one in capitals', {'a.ts': 'const INDEX_QUERY = groq`*`'}, {indexQuery: '*'}],
  ['a word that is reserved', {'a.ts': 'const queries = {default: groq`*`}'}, {defaultQuery: '*'}],
  ['a file of that name', {'new.groq': '*'}, {newQuery: '*'}],
  ['a property', {'a.ts': 'export const queries = {all: defineQuery(`*`)}'}, {all: '*'}],
  ['satisfies', {'a.ts': 'export const allQuery = defineQuery(`*`) satisfies string'}, {all: '*'}],
  [
    'inside a function',
    {'a.ts': 'export function f() { const innerQuery = groq`*`; return innerQuery }'},
    {inner: '*'},
  ],
  ['a file of GROQ', {'a.groq': '*[_id == $id]'}, {a: '*[_id == $id]'}],
  ['JSX beside it', {'a.tsx': 'export const aQuery = groq`*`\nexport const A = () => <p>{1}</p>'}, {a: '*'}],
  ['a constant of the file', {'a.ts': 'const f = `title`\nconst aQuery = groq`*{${f}}`'}, {a: '*{title}'}],
  ['a sum', {'a.ts': 'const aQuery = groq`${"*" + "[0" + "]"}`'}, {a: '*[0]'}],
  ['a number', {'a.ts': 'const n = 3\nconst aQuery = groq`*[0...${n}]`'}, {a: '*[0...3]'}],
  ['an escape', {'a.ts': 'const aQuery = groq`*[title match "\\\\"x"]`'}, {a: '*[title match "\\"x"]'}],
  [
    'a member of an object',
    {'a.ts': 'const f = {title: `title`} as const\nconst aQuery = groq`*{${f.title}}`'},
    {a: '*{title}'},
  ],
  [
    'a function of text',
    {
      'a.ts':
        'const f = (name: string, n = "0") => `${name}[${n}]`\nconst aQuery = groq`*{${f("x")}, ${f("y", "1")}}`',
    },
    {a: '*{x[0], y[1]}'},
  ],
  [
    'another query',
    {'a.ts': 'const oneQuery = groq`*`\nconst twoQuery = groq`${oneQuery}[0]`'},
    {one: '*', two: '*[0]'},
  ],
  [
    'an import',
    {'a.ts': 'import {f} from "./f.ts"\nconst aQuery = groq`*{${f}}`', 'f.ts': 'export const f = `title`'},
    {a: '*{title}'},
  ],
  [
    'an import under another name',
    {
      'a.ts': 'import {f as g} from "./f.js"\nconst aQuery = groq`*{${g}}`',
      'f.ts': 'const x = `title`\nexport {x as f}',
    },
    {a: '*{title}'},
  ],
  [
    'a default import',
    {
      'a.ts': 'import g from "./f"\nconst aQuery = groq`*{${g}}`',
      'f.ts': 'const x = `title`\nexport default x',
    },
    {a: '*{title}'},
  ],
  [
    'through other files',
    {
      'a.ts': 'import {f} from "./i"\nconst aQuery = groq`*{${f}}`',
      'i/index.ts': 'export * from "../g"',
      'g.ts': 'export {f} from "./f"',
      'f.ts': 'import {t} from "./t"\nexport const f = `${t}, kind`',
      't.ts': 'export const t = "title"',
    },
    {a: '*{title, kind}'},
  ],
  ['no query', {'a.ts': 'export const groqName = 1'}, {}],
]

test.each(CASES)('%s', (_, files, expected) => {
  using project = new TemporaryProject(files)
  const modules = new SourceModules()
  const found = Object.keys(files).flatMap((name) => findQueries(join(project.folder, name), modules))
  expect(Object.fromEntries(found.map(({name, text}) => [name, text.text]))).toEqual(expected)
})

const REFUSED: readonly (readonly [what: string, source: string, message: RegExp])[] = [
  [
    'a name from a package',
    'import {f} from "pack"\nconst aQuery = groq`*{${f}}`',
    /a\.ts:2:25.*`f` is no constant/u,
  ],
  ['a variable', 'let f = "x"\nconst aQuery = groq`*{${f}}`', /`f` is no constant/u],
  ['a call', 'const aQuery = groq`*{${Date.now()}}`', /no call of a function that only returns text/u],
  ['itself', 'const a = `${b}`\nconst b = `${a}`\nconst aQuery = groq`${a}`', /refers to itself/u],
]

test.each(REFUSED)('refuses %s', (_, source, message) => {
  using project = new TemporaryProject({'a.ts': source})
  expect(() => findQueries(join(project.folder, 'a.ts'), new SourceModules())).toThrow(message)
})
