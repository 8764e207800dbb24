import {chmodSync, existsSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {TemporaryProject} from '../../test-fixtures/TemporaryProject.ts'
import {run} from './run.ts'

const QUERY = `import {defineQuery} from 'groq'
export const titlesQuery = defineQuery(\`*[_type == "article"]{title}\`)
`

describe('generate', () => {
  test('writes a module for each query, the shared types and an index', async () => {
    using project = new TemporaryProject({'src/queries.ts': QUERY})
    const {code, out, err} = await project.run('generate')
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toContain('1 queries')
    expect(project.read('src/generated/titles.ts')).toContain("name: 'titles',")
    expect(project.read('src/generated/index.ts')).toContain("from './titles.ts'")
    expect(readdirSync(join(project.folder, 'src/generated'))).not.toContainEqual(
      expect.stringMatching(/tmp$/u),
    )
  })

  test('writes nothing when nothing has changed, and removes what belongs to no query', async () => {
    using project = new TemporaryProject({'src/queries.ts': QUERY})
    await project.run('generate')
    expect((await project.run('generate')).out).toContain('0 of')
    project.write('src/queries.ts', QUERY.replace('titlesQuery', 'namesQuery'))
    project.write('src/generated/own.ts', 'export const own = 1\n')
    expect((await project.run('generate')).out).toContain('1 removed')
    expect(existsSync(join(project.folder, 'src/generated/titles.ts'))).toBe(false)
    expect(project.read('src/generated/own.ts')).toContain('own')
  })

  test('is the same whatever the order of the files', async () => {
    using one = new TemporaryProject({'src/a.ts': QUERY, 'src/b.ts': QUERY.replace('titles', 'names')})
    using other = new TemporaryProject({'src/b.ts': QUERY, 'src/a.ts': QUERY.replace('titles', 'names')})
    await one.run('generate')
    await other.run('generate')
    expect(one.read('src/generated/index.ts')).toBe(other.read('src/generated/index.ts'))
    expect(one.read('src/generated/titles.ts')).toBe(other.read('src/generated/titles.ts'))
  })

  test('reads a configuration file, over which flags have the last word', async () => {
    using project = new TemporaryProject({
      'web/groq-zod.config.json': JSON.stringify({
        schema: '../schema.json',
        queries: 'q/*.ts',
        output: 'made',
        zod: 'full',
      }),
      'web/q/queries.ts': QUERY,
    })
    await project.run('generate', '--config', 'web/groq-zod.config.json')
    expect(project.read('web/made/titles.ts')).toContain("from 'zod'")
    await project.run(
      'generate',
      '-c',
      'web/groq-zod.config.json',
      '--zod',
      'mini',
      '--import-extension',
      '.js',
      '-o',
      'other',
    )
    expect(project.read('other/titles.ts')).toContain("from 'zod/mini'")
    expect(project.read('other/index.ts')).toContain("from './titles.js'")
  })
})

test('tells which rules have no place in the schema', async () => {
  const rules = {version: 1, types: {article: {'slug.curent': [{rule: 'required'}]}}}
  using project = new TemporaryProject({'src/queries.ts': QUERY, 'rules.json': JSON.stringify(rules)})
  const {code, err} = await project.run('generate', '--constraints', 'rules.json')
  expect({code, err}).toMatchObject({code: 0, err: expect.stringContaining('"article › slug.curent"')})
})

describe('check', () => {
  test('passes after generate, fails when a file is stale, missing or left over', async () => {
    using project = new TemporaryProject({'src/queries.ts': QUERY})
    await project.run('generate')
    expect(await project.run('check')).toMatchObject({code: 0, out: expect.stringContaining('up to date')})
    project.write('src/queries.ts', QUERY.replace('{title}', '{title, kind}'))
    expect(await project.run('check')).toMatchObject({
      code: 1,
      err: expect.stringContaining('titles.ts is stale'),
    })
    rmSync(join(project.folder, 'src/generated/titles.ts'))
    expect(await project.run('check')).toMatchObject({
      code: 1,
      err: expect.stringContaining('titles.ts is missing'),
    })
    project.write('src/queries.ts', QUERY.replace('titlesQuery', 'namesQuery'))
    await project.run('generate')
    project.write('src/generated/gone.ts', project.read('src/generated/names.ts'))
    expect(await project.run('check')).toMatchObject({
      code: 1,
      err: expect.stringContaining('gone.ts belongs to no query'),
    })
  })

  test('names a field that the schema does not have, the nearest one and the place', async () => {
    const source = QUERY.replace('{title}', '{\n  title,\n  publshedAt\n}')
    using project = new TemporaryProject({'src/queries.ts': source})
    await project.run('generate')
    const {code, err} = await project.run('check')
    expect(code).toBe(1)
    expect(err).toContain('src/queries.ts:4:3 error: The query "titles" reads "publshedAt"')
    expect(err).toContain('Did you mean "publishedAt"?')
    expect(err).toContain(['> 3 |   publshedAt', '    |   ^^^^^^^^^^'].join('\n'))
  })

  test('finds the place in the file that the part of the query comes from', async () => {
    using project = new TemporaryProject({
      'src/queries.ts': QUERY.replace('{title}', '{${fields}}').replace(
        'export',
        "import {fields} from './fields.js'\nexport",
      ),
      'src/fields.ts': 'export const fields = `\n  titel\n`\n',
    })
    const {err} = await project.run('check')
    expect(err).toContain('src/fields.ts:2:3 error')
    expect(err).toContain('Did you mean "title"?')
  })

  test('does not mind a field that some type at the place has', async () => {
    using project = new TemporaryProject({
      'src/queries.ts': QUERY.replace('_type == "article"', 'defined(slug)'),
    })
    await project.run('generate')
    expect((await project.run('check')).code).toBe(0)
  })

  test('reports what has no known type, and passes', async () => {
    using project = new TemporaryProject({'src/queries.ts': QUERY.replace('{title}', '{"given": $given}')})
    await project.run('generate')
    const {code, err} = await project.run('check')
    expect(code).toBe(0)
    expect(err).toContain('warning: The type of [].given in the result of "titles" is not known')
    expect(err).toContain('^')
    expect(err).toContain('1 place has no known type')
    expect(project.read('src/generated/titles.ts')).toContain('given: z.unknown()')
  })
})

const FAILURES: readonly (readonly [
  what: string,
  files: Record<string, string>,
  args: string[],
  message: RegExp,
])[] = [
  ['no command', {}, [], /No command given: use generate, check or watch/u],
  ['an unknown command', {}, ['make'], /"make" is no command/u],
  ['an unknown flag', {}, ['generate', '--fast'], /--fast/u],
  ['a flag with a wrong value', {}, ['generate', '--zod', 'maxi'], /"zod" must be one of "mini", "full"/u],
  ['a configuration that is not there', {}, ['generate', '-c', 'x.json'], /x\.json does not exist/u],
  [
    'a configuration that does not parse',
    {'groq-zod.config.json': '{'},
    ['generate'],
    /groq-zod\.config\.json cannot be read/u,
  ],
  ['an unknown option', {'groq-zod.config.json': '{"scheme": "x"}'}, ['generate'], /"scheme" is no option/u],
  [
    'a configuration of another kind',
    {'groq-zod.config.json': '3'},
    ['generate'],
    /must export a configuration/u,
  ],
  ['no query', {}, ['generate'], /No query found in 0 files/u],
  [
    'no schema',
    {'src/q.ts': QUERY},
    ['generate', '-s', 'none.json'],
    /none\.json cannot be read.*sanity schema extract/u,
  ],
  [
    'a schema that is no JSON',
    {'src/q.ts': QUERY, 's.json': '{'},
    ['generate', '-s', 's.json'],
    /s\.json is not JSON/u,
  ],
  [
    'a schema that is no extract',
    {'src/q.ts': QUERY, 's.json': '{}'},
    ['generate', '-s', 's.json'],
    /not a schema extract/u,
  ],
  [
    'a schema with a wrong type',
    {'src/q.ts': QUERY, 's.json': '[{"type":"type","name":"a","value":{"type":"date"}}]'},
    ['generate', '-s', 's.json'],
    /entry 0 \(a\): expected a type/u,
  ],
  [
    'constraints that are wrong',
    {'src/q.ts': QUERY, 'c.json': '{"version":1,"types":{"article":{"title":[{"rule":"max"}]}}}'},
    ['generate', '--constraints', 'c.json'],
    /article\.title: expected a number/u,
  ],
  [
    'two queries of one name',
    {'src/a.ts': QUERY, 'src/b.ts': QUERY},
    ['generate'],
    /named "titles": .*a\.ts:2:28 and .*b\.ts:2:28/u,
  ],
  [
    'a query that does not parse',
    {'src/a.ts': QUERY.replace('{title}', '{title')},
    ['generate'],
    /"titles" does not parse[\s\S]*\^/u,
  ],
  [
    'a source that does not parse',
    {'src/a.ts': `${QUERY}const = 1`},
    ['generate'],
    /a\.ts:3:7 does not parse/u,
  ],
  [
    'a query that only a run can tell',
    {'src/a.ts': QUERY.replace('{title}', '{${process.env.X}}')},
    ['generate'],
    /a\.ts:2:65: the text of a query must be known/u,
  ],
]

describe('what is wrong is said, with exit code 1:', () => {
  test.each(FAILURES)('%s', async (_, files, args, message) => {
    using project = new TemporaryProject(files)
    const {code, err} = await project.run(...args)
    expect(err).toMatch(message)
    expect(code).toBe(1)
  })

  test('a file that groq-zod did not write', async () => {
    using project = new TemporaryProject({'src/queries.ts': QUERY, 'src/generated/titles.ts': 'export {}\n'})
    const {code, err} = await project.run('generate')
    expect({code, err}).toMatchObject({
      code: 1,
      err: expect.stringMatching(/titles\.ts was not written by groq-zod/u),
    })
    expect(project.read('src/generated/titles.ts')).toBe('export {}\n')
  })

  test('a folder that cannot be written', async () => {
    using project = new TemporaryProject({'src/queries.ts': QUERY})
    writeFileSync(join(project.folder, 'taken'), '')
    const {code, err} = await project.run('generate', '-o', 'taken')
    expect({code, err}).toMatchObject({code: 1, err: expect.stringMatching(/taken cannot be written/u)})
    chmodSync(project.folder, 0o755)
  })
})

test('help names every command and option', async () => {
  using project = new TemporaryProject()
  const {code, out} = await project.run('--help')
  expect(code).toBe(0)
  for (const word of [
    'generate',
    'check',
    'watch',
    '--config',
    '--schema',
    '--constraints',
    '--queries',
    '--output',
    '--zod',
    '--unknown-keys',
    '--unknown-types',
    '--import-extension',
  ]) {
    expect(out).toContain(word)
  }
})

test('watch writes a changed query, says how long that took and what is wrong, and ends with the signal', async () => {
  using project = new TemporaryProject({
    'src/queries.ts': QUERY,
    'src/other.ts': QUERY.replace('titles', 'names'),
  })
  const lines: string[] = []
  const stop = new AbortController()
  const say = (line: string): void => void lines.push(line)
  const ended = run(['watch'], {cwd: project.folder, out: say, err: say, signal: stop.signal})
  try {
    await expect.poll(() => lines.join('\n')).toContain('Watching')
    project.write('src/queries.ts', QUERY.replace('{title}', '{title, kind}'))
    await expect.poll(() => lines.join('\n')).toMatch(/^titles\.ts \(\d+ ms\)$/mu)
    project.write('src/queries.ts', QUERY.replace('{title}', '{title'))
    await expect.poll(() => lines.join('\n')).toContain('does not parse')
  } finally {
    // Whatever fails, it must not watch a folder that is gone.
    stop.abort()
    expect(await ended).toBe(0)
  }
})
