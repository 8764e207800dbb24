import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {type RunningLake, startLake} from '@spine-center/lake'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {runSanity, type Target} from './runSanity.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
let lake: RunningLake
let client: SanityClient
let target: Target

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sanity-command-'))
  const dataDir = join(folder, 'data')
  lake = await startLake({dataDir, port: 0})
  client = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiHost: lake.url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    token: lake.createToken({role: 'administrator', label: 'test'}),
    perspective: 'raw',
  })
  target = {url: lake.url, dataDir}
})

beforeEach(async () => {
  const datasets = await client.datasets.list()
  // What an attempt that failed left behind must not fail the next.
  for (const {name} of datasets) if (name !== lake.dataset) await client.datasets.delete(name)
  await client.delete({query: '*[_type == "note"]'})
  await client.createOrReplace({_id: 'first', _type: 'note', title: 'First'})
})

afterAll(async () => {
  await lake.close()
  await rm(folder, {recursive: true})
})

/** Runs the command and wants it to succeed; gives what it printed. */
async function sanity(...args: string[]): Promise<string> {
  const {code, out, error} = await runSanity(target, ...args)
  if (code !== 0) throw new Error(`sanity ${args.join(' ')} ended with ${code}:\n${out}${error}`)
  return out
}

describe('the unmodified sanity command, against a running lake', () => {
  it('queries, reads, makes and deletes documents', async () => {
    const file = join(folder, 'second.json')
    await writeFile(file, JSON.stringify({_id: 'second', _type: 'note', title: 'Second'}))
    expect(await sanity('documents', 'create', file)).toContain('second')
    expect(await client.getDocument('second')).toMatchObject({title: 'Second'})
    const titles: unknown = JSON.parse(
      await sanity(
        'documents',
        'query',
        '*[_type == "note"] | order(title).title',
        '--api-version',
        '2025-02-19',
      ),
    )
    expect(titles).toEqual(['First', 'Second'])
    expect(JSON.parse(await sanity('documents', 'get', 'second'))).toMatchObject({title: 'Second'})
    expect(await sanity('documents', 'delete', 'second')).toContain('Deleted 1 document')
    expect(await client.getDocument('second')).toBeUndefined()
  })

  it('says what is wrong with a query', async () => {
    const {code, error} = await runSanity(target, 'documents', 'query', '*[_type ==')
    expect(code).not.toBe(0)
    expect(error.replaceAll(/\s+›?\s*/g, ' ')).toContain('unable to parse GROQ')
  })

  it('validates documents by the Studio’s schema', async () => {
    await client.create({_id: 'long', _type: 'note', title: 'A title that is longer than twenty'})
    const {code, out} = await runSanity(target, 'documents', 'validate', '--yes', '--format', 'ndjson')
    expect(code).toBe(1)
    expect(out).toMatch(/"documentId":"long"[^\n]*must be at most 20 characters/i)
    expect(out).not.toContain('"documentId":"first"')
  })

  it('makes, shows, opens, closes and removes datasets', async () => {
    await sanity('datasets', 'create', 'staging', '--visibility', 'private')
    expect((await sanity('datasets', 'list')).trim().split('\n')).toEqual(['production', 'staging'])
    expect(await sanity('datasets', 'visibility', 'get', 'staging')).toContain('private')
    await sanity('datasets', 'visibility', 'set', 'staging', 'public')
    expect(await client.datasets.list()).toContainEqual(
      expect.objectContaining({name: 'staging', aclMode: 'public'}),
    )
    await sanity('datasets', 'delete', 'staging', '--force')
    expect((await sanity('datasets', 'list')).trim()).toBe('production')
  })

  it('exports a dataset with its assets and imports it into another', async () => {
    const asset = await client.assets.upload('image', PIXEL, {filename: 'pixel.png'})
    const photo = {_type: 'image', asset: {_type: 'reference', _ref: asset._id}}
    await client.create({
      _id: 'photographed',
      _type: 'note',
      title: 'With a photo',
      photo,
      about: {_type: 'reference', _ref: 'first'},
    })
    await client.create({_id: 'drafts.first', _type: 'note', title: 'First, changed'})
    const archive = join(folder, 'production.tar.gz')
    expect(await sanity('datasets', 'export', 'production', archive)).toContain('Export finished')
    await sanity('datasets', 'create', 'copy', '--visibility', 'public')
    expect(await sanity('datasets', 'import', archive, '--dataset', 'copy')).toMatch(/Imported 3 documents/)

    const copy = client.withConfig({dataset: 'copy'})
    const shape = '*[_type == "note"] | order(_id){_id, title, about, "photo": photo.asset._ref}'
    expect(await copy.fetch(shape)).toEqual(await client.fetch(shape))
    const url = await copy.fetch<string>('*[_id == "photographed"][0].photo.asset->url')
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(PIXEL)
    await sanity('datasets', 'delete', 'copy', '--force')
    expect((await fetch(url)).status).toBe(404)
  })

  it('runs a script with the client of the command', async () => {
    expect(await sanity('exec', 'countNotes.ts', '--with-user-token')).toContain('There are 1 notes.')
  })

  it('lists people, tokens, projects and origins', async () => {
    expect(await sanity('tokens', 'list')).toMatch(/test.*administrator/)
    expect(await sanity('users', 'list')).toMatch(/test.*Administrator/)
    expect(await sanity('projects', 'list')).toContain('spine')
    expect(await sanity('cors', 'list')).toContain('http://localhost:*')
  })
})

describe('lake sanity', () => {
  it('leaves no token behind', async () => {
    const before = await sanity('tokens', 'list', '--json')
    const labels: unknown = JSON.parse(before)
    expect(labels).toContainEqual(expect.objectContaining({label: 'lake sanity, for one run'}))
    const response = await fetch(`${lake.url}/v2025-07-11/access/project/spine/robots`, {
      headers: {authorization: `Bearer ${client.config().token}`},
    })
    expect(await response.json()).toMatchObject({data: [{label: 'test'}]})
  })

  it('uses the token it is given, with the rights of that token', async () => {
    const SANITY_AUTH_TOKEN = lake.createToken({role: 'viewer', label: 'reader'})
    const given = {...target, dataDir: join(folder, 'nowhere'), environment: {SANITY_AUTH_TOKEN}}
    expect((await runSanity(given, 'documents', 'get', 'first')).out).toContain('"First"')
    const {code} = await runSanity(given, 'documents', 'delete', 'first')
    expect(code).not.toBe(0)
    expect(await client.getDocument('first')).toMatchObject({title: 'First'})
  })

  it.each([
    [{dataDir: 'nowhere'}, 'There is no lake in nowhere'],
    [{url: 'http://localhost:9'}, 'No lake answers at http://localhost:9'],
  ])('says what is missing: %j', async (wrong, message) => {
    const {code, error} = await runSanity({...target, ...wrong}, 'documents', 'get', 'first')
    expect(code).toBe(1)
    expect(error).toContain(message)
  })
})
