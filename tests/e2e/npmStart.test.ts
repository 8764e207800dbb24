import {type ChildProcess, execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {promisify} from 'node:util'
import {createClient} from '@sanity/client'
import {EMBEDDED, freePort, root} from '@spine-center/launcher'
import {type Content, createContent} from '@spine-center/sdk'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'

const bootstrap = join(root, 'packages', 'launcher', 'bootstrap.mjs')

let dataDir: string
let ports: {LAKE_PORT: string; STUDIO_PORT: string; SITE_PORT: string}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'start-'))
  ports = {
    LAKE_PORT: String(await freePort()),
    STUDIO_PORT: String(await freePort()),
    SITE_PORT: String(await freePort()),
  }
})

// What a test that fails leaves running would keep the ports from its next attempt.
const running = new Set<ChildProcess>()
afterEach(async () => {
  for (const child of running) {
    const closed = once(child, 'close')
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await closed
  }
})

afterAll(() => rm(dataDir, {recursive: true}))

describe('npm start', {retry: 2}, () => {
  it('brings up the Studio, the site and the lake, keeps content between runs, and stops all of it', async () => {
    const first = await start()
    for (const port of Object.values(ports)) {
      expect((await fetch(`http://127.0.0.1:${port}/`)).status, `port ${port}`).toBeLessThan(500)
      expect(first.output()).toContain(`http://localhost:${port}`)
    }
    await expectSameArticle()
    await sanityClient(await createToken())
      .patch('topic-travel')
      .set({label: 'Travelling well'})
      .commit()
    await first.stop()
    for (const port of Object.values(ports)) {
      await expect(fetch(`http://127.0.0.1:${port}/`), `port ${port}`).rejects.toThrow('fetch failed')
    }

    const second = await start()
    const {items} = await contentOf().topics()
    expect(items.map(({label}) => label)).toContain('Travelling well')
    await second.stop()
  })

  it('says which port is taken and how to choose another', async () => {
    const other = createServer()
    other.listen(Number(ports.SITE_PORT), '127.0.0.1')
    await once(other, 'listening')
    const child = run()
    const [code] = await once(child.process, 'close')
    other.close()
    expect(code).toBe(1)
    expect(child.output()).toContain(`Port ${ports.SITE_PORT} for the site is already in use`)
    expect(child.output()).toMatch(/SITE_PORT=\d+ npm start/)
  })
})

/** The article by slug, read with Sanity's own client and through the SDK, is the same article. */
async function expectSameArticle(): Promise<void> {
  const slug = 'exercising-with-back-pain'
  const throughClient: unknown = await sanityClient().fetch(
    '*[_type == "article" && slug.current == $slug][0]{_id, title, summary}',
    {slug},
  )
  const throughSdk = await contentOf().article(slug)
  expect(throughSdk).toMatchObject({title: 'Exercising with Back Pain'})
  expect(throughClient).toEqual({
    _id: throughSdk?._id,
    title: throughSdk?.title,
    summary: throughSdk?.summary,
  })
}

function contentOf(): Content {
  return createContent({url: `http://localhost:${ports.LAKE_PORT}`, dataset: EMBEDDED.dataset})
}

function sanityClient(token?: string): ReturnType<typeof createClient> {
  return createClient({
    ...EMBEDDED,
    apiHost: `http://localhost:${ports.LAKE_PORT}`,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    ...(token ? {token} : {}),
  })
}

/** Makes a token with the lake's own command, as an administrator would. */
async function createToken(): Promise<string> {
  const lake = join(root, 'packages', 'lake', 'src', 'cli.ts')
  const {stdout} = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    lake,
    'token',
    'create',
    '--role',
    'editor',
    '--data-dir',
    dataDir,
  ])
  const token = stdout.match(/sk\S+/)?.[0]
  if (!token) throw new Error(`No token in: ${stdout}`)
  return token
}

interface Running {
  process: ChildProcess
  output(): string
  /** Ends the run as Ctrl-C does, and waits until it is over. */
  stop(): Promise<void>
}

function run(): Running {
  const child = spawn(process.execPath, [bootstrap, 'start'], {
    cwd: root,
    env: {...process.env, ...ports, DATA_DIR: dataDir},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  return {
    process: child,
    output: () => output,
    stop: async () => {
      const closed = once(child, 'close')
      // Ctrl-C at a terminal reaches the whole process group.
      if (child.pid) process.kill(-child.pid, 'SIGINT')
      await closed
    },
  }
}

async function start(): Promise<Running> {
  const running = run()
  const exited = once(running.process, 'exit').then(() => {
    throw new Error(`npm start ended early:\n${running.output()}`)
  })
  exited.catch(() => {})
  while (!running.output().includes('Ctrl-C stops everything')) await Promise.race([sleep(100), exited])
  return running
}
