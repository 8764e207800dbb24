import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createProject, type Project} from './createProject.ts'
import {run} from './run.ts'
import {SHOWN, startSampleLake} from './startSampleLake.ts'

let lake: Awaited<ReturnType<typeof startSampleLake>>
let project: Project

beforeAll(async () => {
  lake = await startSampleLake()
  project = await createProject('node')
})

afterAll(async () => {
  await project[Symbol.asyncDispose]()
  await lake[Symbol.asyncDispose]()
})

describe('Node', () => {
  it.each(['main.js', 'main.cjs'])('renders the sample article by %s', async (file) => {
    const html = await run(process.execPath, [file], {cwd: project.folder, env: {LAKE_URL: lake.url}})
    for (const part of SHOWN) expect(html).toContain(part)
  })
})

describe('types', () => {
  it('are whole by both resolutions, without skipping the check of libraries', async () => {
    await using typed = await createProject('typed')
    const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc')
    for (const resolution of ['bundler', 'nodenext']) {
      const output = await run(tsc, ['-p', `tsconfig.${resolution}.json`], {cwd: typed.folder})
      expect(output).toBe('')
    }
  })
})
