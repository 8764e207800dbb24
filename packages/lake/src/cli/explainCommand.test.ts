import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {parseJson} from '../json/parseJson.ts'
import {runCommand} from './runCommand.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-explain-'))
  const documents = Array.from({length: 300}, (_, n) => ({
    _id: `n${n}`,
    _type: 'note',
    n,
    slug: {current: `note-${n}`},
    to: {_type: 'reference', _ref: 'n1'},
  }))
  createLake({dataDir: folder, documents}).close()
})
afterAll(() => rmSync(folder, {recursive: true}))

async function explain(...args: string[]): Promise<{code: number; out: string; error: string}> {
  const lines = {out: '', error: ''}
  const output = {
    out: (line: string) => (lines.out += `${line}\n`),
    error: (line: string) => (lines.error += `${line}\n`),
  }
  const code = await runCommand(['explain', '--data-dir', folder, ...args], {}, output)
  return {code, ...lines}
}

test('a table says what narrows each filter', async () => {
  const query = '*[_type == "note" && slug.current == $slug]{n, "back": *[references(^._id)]._id}'
  const {code, out} = await explain(query, '--param', 'slug="note-1"', '--perspective', 'raw')
  expect(code).toBe(0)
  expect(out).toMatch(/^index +candidates +filter$/m)
  expect(out).toMatch(/^slug +1 +_type == "note" && slug\.current == \$slug$/m)
  expect(out).toMatch(/^referring +for each +references\(\^\._id\)$/m)
  expect(out).toContain('300 of 300 documents were read and parsed')
  expect(out).toContain('A running lake evaluates it at once.')
})

test('what nothing narrows is called a scan', async () => {
  const {out} = await explain('count(*[count(to) == n])')
  expect(out).toMatch(/^scan +300 +count\(to\) == n$/m)
})

test('functions of the lake stand there as they were written', async () => {
  const {out} = await explain('*[geo::distance(at, geo::latLng(1, 2)) < 5]._id')
  expect(out).toMatch(/geo::distance\(at, geo::latLng\(1, 2\)\) < 5/)
})

test('--json gives the same as data', async () => {
  const {out} = await explain('*[_id == "n1"]', '--json')
  expect(parseJson(out)).toMatchObject({
    steps: [{index: 'id', candidates: 1, filter: '_id == "n1"'}],
    documentsRead: 1,
    documents: 300,
    runs: 'at once',
  })
})

test.each([
  [2, [], 'Name the query'],
  [2, ['*', '--param', 'slug'], 'write name=json'],
  [1, ['*[', '--json'], 'unable to parse GROQ'],
  [1, ['*[_id == $id]'], 'param $id referenced, but not provided'],
  [1, ['*', '--perspective', 'a b'], 'is not understood'],
] as const)('exit code %i for %j', async (expected, args, message) => {
  const {code, error} = await explain(...args)
  expect(code).toBe(expected)
  expect(error).toContain(message)
})

test('a parameter that is no JSON is named, with how to write it', async () => {
  const {code, error} = await explain('*[_type == $type]', '--param', 'type=note')
  expect(code).toBe(2)
  expect(error).toContain(`--param type: This is not valid JSON. Write texts with quotes, as type='"backs"'.`)
})

test('a search stands there as it was written', async () => {
  const {out} = await explain('*[[@, _id] match "bac*" || @ match text::query("bac*")]')
  expect(out).toMatch(/^scan +300 +\[@, _id\] match "bac\*" \|\| @ match "bac\*"$/m)
})
