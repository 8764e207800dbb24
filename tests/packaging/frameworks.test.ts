import {spawn} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createProject} from './createProject.ts'
import {environment, run} from './run.ts'
import {SHOWN, startSampleLake} from './startSampleLake.ts'

let lake: Awaited<ReturnType<typeof startSampleLake>>

beforeAll(async () => {
  lake = await startSampleLake()
})

afterAll(() => lake[Symbol.asyncDispose]())

// A build of Next.js takes its time on a machine that others use too.
const BUILD_MS = 400_000

describe('frameworks', () => {
  it('render the sample article as a page of Astro', async () => {
    await using project = await createProject('astro')
    await run(project.program('astro'), ['build'], {cwd: project.folder, env: {LAKE_URL: lake.url}})
    const html = await readFile(join(project.folder, 'dist/index.html'), 'utf8')
    for (const part of SHOWN) expect(html).toContain(part)
  })

  it('render the sample article as a server component of Next.js', async () => {
    await using project = await createProject('next')
    const env = {LAKE_URL: lake.url}
    await run(project.program('next'), ['build'], {cwd: project.folder, env, timeoutMs: BUILD_MS})
    await using site = await startNext(project.folder, env)
    const html = await (await fetch(site.url)).text()
    for (const part of SHOWN) expect(html).toContain(part)
  }, 600_000)
})

async function startNext(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<AsyncDisposable & {readonly url: string}> {
  const next = join(folder, 'node_modules/next/dist/bin/next')
  const args = [next, 'start', '--port', '0', '--hostname', '127.0.0.1']
  const child = spawn(process.execPath, args, {cwd: folder, env: environment(env)})
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(output)?.[0]
      if (address && output.includes('Ready')) resolve(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void gone.then(() => reject(new Error(`Next.js ended.\n${output}`)))
  })
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill()
      await gone
    },
  }
}
