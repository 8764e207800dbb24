import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createProject} from './createProject.ts'
import {run} from './run.ts'
import {SHOWN, startSampleLake} from './startSampleLake.ts'

let lake: Awaited<ReturnType<typeof startSampleLake>>

beforeAll(async () => {
  lake = await startSampleLake()
})

afterAll(() => lake[Symbol.asyncDispose]())

describe('other runtimes', () => {
  it.each([
    ['a Cloudflare worker', 'worker', 'node', ['serve.js']],
    ['Bun', 'bun', 'bun', ['main.js']],
    ['Deno', 'deno', 'deno', ['run', '--allow-net', '--allow-env', 'main.js']],
  ])('render the sample article in %s', async (_name, fixture, program, args) => {
    await using project = await createProject(fixture)
    const command = program === 'node' ? process.execPath : project.program(program)
    const html = await run(command, args, {cwd: project.folder, env: {LAKE_URL: lake.url}})
    for (const part of SHOWN) expect(html).toContain(part)
  })
})
