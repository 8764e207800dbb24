import {createReadStream} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {importSample} from '@spine-center/sample'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {contentOf} from './contentOf.ts'
import {fillLake} from './fillLake.ts'
import {lakeCommand} from './lakeCommand.ts'
import {openMovingLake} from './openMovingLake.ts'
import type {MovingLake} from './openMovingLake.ts'

let from: MovingLake
let to: MovingLake
let folder = ''
let archive = ''
beforeEach(async () => {
  from = await openMovingLake()
  to = await openMovingLake()
  folder = await mkdtemp(join(tmpdir(), 'lake-archive-'))
  archive = join(folder, 'production.tar.gz')
})
afterEach(async () => {
  await from.remove()
  await to.remove()
  await rm(folder, {recursive: true})
})

const officialExport = (): Promise<unknown> =>
  exportDataset({client: from.client, dataset: 'production', outputPath: archive})

const officialImport = (): Promise<unknown> =>
  sanityImport(createReadStream(archive), {client: to.client, operation: 'create'})

async function lakeExport(...options: string[]): Promise<void> {
  const result = await lakeCommand(['export', archive, '--overwrite', '--data-dir', from.dataDir, ...options])
  expect(result).toMatchObject({code: 0})
}

async function lakeImport(...options: string[]): Promise<void> {
  await to.stop()
  const result = await lakeCommand(['import', archive, '--data-dir', to.dataDir, ...options])
  await to.restart()
  expect(result).toMatchObject({code: 0})
}

/** What an import of an export with these options leaves in an empty dataset. */
async function idsOf(...options: string[]): Promise<string[]> {
  await lakeExport('--allow-missing-assets', ...options)
  await lakeImport('--replace')
  const ids = await to.client.fetch<string[]>('*[]._id')
  const transaction = to.client.transaction()
  for (const id of ids) transaction.delete(id)
  await transaction.commit()
  return ids.map((id) => id.replace(/[0-9a-f]{40}/, '…')).toSorted()
}

test.each([
  ['the lake', 'the lake', lakeExport, lakeImport],
  ['the lake', 'the lake, part by part', lakeExport, (): Promise<void> => lakeImport('--resumable')],
  ['the lake', '@sanity/import', lakeExport, officialImport],
  ['@sanity/export', 'the lake', officialExport, lakeImport],
  ['@sanity/export', '@sanity/import', officialExport, officialImport],
])('what %s writes, %s reads: the same documents and the same bytes', async (_out, _in, write, read) => {
  await fillLake(from.client)
  await write()
  await read()
  const [before, after] = [await contentOf(from.client), await contentOf(to.client)]
  expect(Object.keys(before.files)).toHaveLength(4)
  expect(after).toEqual(before)
})

test('the sample content of a clinic moves as one archive', async () => {
  const {documents} = await importSample({url: from.url, dataset: 'production', token: from.token})
  await lakeExport()
  await officialImport()
  const [before, after] = [await contentOf(from.client), await contentOf(to.client)]
  expect(before.documents.length).toBeGreaterThanOrEqual(documents)
  expect(after).toEqual(before)
})

test('what is exported can be narrowed', async () => {
  await fillLake(from.client)
  // A person refers to the article: by itself it cannot be imported, so the weak ones alone are tried.
  expect(await idsOf('--types', 'clip')).toEqual(['clip', 'file-…-mp4'])
  expect(await idsOf('--types', 'article,person', '--no-drafts')).toEqual([
    'ann',
    'article',
    'file-…-csv',
    'image-…-3x2-png',
  ])
  expect(await idsOf('--no-assets')).toEqual([
    '_.releases.rSpring',
    'ann',
    'article',
    'clip',
    'drafts.article',
    'drafts.new',
    'versions.rSpring.article',
  ])
})

test('a raw export holds the documents as they are stored', async () => {
  await fillLake(from.client)
  await lakeExport('--raw')
  await to.stop()
  const refused = await lakeCommand(['import', archive, '--data-dir', to.dataDir])
  expect(refused).toMatchObject({code: 1, error: expect.stringContaining('--allow-missing-assets')})
  expect(
    await lakeCommand(['import', archive, '--allow-missing-assets', '--data-dir', to.dataDir]),
  ).toMatchObject({code: 0})
  await to.restart()
  expect((await contentOf(to.client)).documents).toEqual((await contentOf(from.client)).documents)
})

async function writeAndDelete(signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    const bytes = Buffer.from(`note ${turn}`)
    const asset = await from.client.assets.upload('file', bytes, {filename: 'note.txt'})
    await from.client.create({
      _id: 'note',
      _type: 'note',
      file: {_type: 'file', asset: {_type: 'reference', _ref: asset._id}},
    })
    await from.client.transaction().delete('note').delete(asset._id).commit()
  }
}

test('a lake exports whole while others write and delete', async () => {
  await fillLake(from.client)
  const stop = new AbortController()
  const busy = writeAndDelete(stop.signal)
  const exports = (async (): Promise<void> => {
    for (const _round of [1, 2, 3]) await lakeExport()
  })().finally(() => stop.abort())
  // Whichever fails, nothing goes on behind the test.
  const outcomes = await Promise.allSettled([exports, busy])
  expect(outcomes.filter(({status}) => status === 'rejected')).toEqual([])
  // Strong references are checked by the import: what it takes is whole.
  await lakeImport()
  expect(await to.client.fetch('count(*[_type == "article"])')).toBe(4)
})
