import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {startLake} from '@spine-center/lake'
import {EMBEDDED, root, seedLake} from '@spine-center/launcher'
import {expect, it} from 'vitest'

const example = join(root, 'tests', 'examples', 'readArticle.ts')

it('the README shows the example as it is run', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  expect(readme).toContain((await readFile(example, 'utf8')).trim())
})

it('the example reads a validated article and what the content says for readers with osteoporosis', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'readme-'))
  await seedLake({dataDir, ...EMBEDDED})
  const lake = await startLake({dataDir, port: 0, ...EMBEDDED})
  try {
    const {stdout} = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', example],
      {
        env: {...process.env, LAKE_URL: lake.url},
      },
    )
    expect(stdout).toMatch(/^Exercising with Back Pain\n.*Walking outdoors/)
    expect(stdout).toMatch(/toe touch/i)
    expect(stdout).toMatch(/not a diagnosis/)
  } finally {
    await lake.close()
    await rm(dataDir, {recursive: true})
  }
})
