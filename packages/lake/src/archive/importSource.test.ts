import {mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../cli/runCommand.ts'
import {openBeside} from '../store/openBeside.ts'

let folder = ''
let source = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-import-'))
  source = join(folder, 'in')
  mkdirSync(join(source, 'images'), {recursive: true})
  mkdirSync(join(source, 'files'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function importFolder(...options: string[]): Promise<{code: number; text: string}> {
  const lines: string[] = []
  const output = {out: (line: string) => lines.push(line), error: (line: string) => lines.push(line)}
  const code = await runCommand(['import', source, ...options], {DATA_DIR: join(folder, 'data')}, output)
  return {code, text: lines.join('\n')}
}

function writeSource(...documents: (object | string)[]): void {
  const lines = documents.map((document) =>
    typeof document === 'string' ? document : JSON.stringify(document),
  )
  writeFileSync(join(source, 'data.ndjson'), lines.join('\n'))
}

function stored(): {documents: {id: unknown; content: unknown}[]; files: string[]} {
  const database = openBeside(join(folder, 'data'))
  const documents = database
    .prepare('SELECT id, content FROM documents ORDER BY id')
    .all()
    .map(({id, content}) => ({id, content: JSON.parse(String(content))}))
  database.close()
  const files = readdirSync(join(folder, 'data', 'assets'), {recursive: true, withFileTypes: true})
  return {documents, files: files.filter((file) => file.isFile()).map(({name}) => name)}
}

const WHOLE = {_id: 'whole', _type: 'article', image: {_sanityAsset: 'image@file://./images/a.png'}}

test.each<[string, unknown[], string[]]>([
  ['a line that is no JSON', [WHOLE, '{"_id": '], ['data.ndjson, line 2', 'not valid JSON']],
  ['a document without a type', [WHOLE, {_id: 'x'}], ['line 2: document "x" needs a "_type"']],
  ['an id that is none', [WHOLE, {_id: 'a b', _type: 't'}], ['line 2: Document ID "a b" is not valid']],
  ['a document twice', [WHOLE, WHOLE], ['line 2: document "whole"', 'in line 1']],
  [
    'a reference to nobody',
    [WHOLE, {_id: 'x', _type: 't', steps: [{}, {to: {_ref: 'nobody'}}]}],
    ['line 2: document "x", steps[1].to: references non-existent document "nobody"', '"_weak": true'],
  ],
  [
    'an asset without its kind',
    [WHOLE, {_id: 'x', _type: 't', cover: {_sanityAsset: './a.png'}}],
    ['line 2: document "x", cover: "_sanityAsset" is "./a.png"', 'write "image@file://./images/<name>"'],
  ],
  [
    'an asset that is not there',
    [WHOLE, {_id: 'x', _type: 't', cover: {_sanityAsset: 'image@file://./images/b.png'}}],
    ['line 2: document "x", cover: file://./images/b.png is not there'],
  ],
  [
    'a file of the machine',
    [WHOLE, {_id: 'x', _type: 't', f: {_sanityAsset: 'file@file:///etc/hostname'}}],
    ['outside the folder'],
  ],
  [
    'a way out',
    [WHOLE, {_id: 'x', _type: 't', f: {_sanityAsset: 'file@file://./../../etc/hostname'}}],
    ['outside the folder'],
  ],
  [
    'an encoded way out',
    [WHOLE, {_id: 'x', _type: 't', f: {_sanityAsset: 'file@file://./%2e%2e/x'}}],
    ['outside the folder'],
  ],
  [
    'the network',
    [WHOLE, {_id: 'x', _type: 't', f: {_sanityAsset: 'image@https://example.org/a.png'}}],
    ['nothing is fetched from the network'],
  ],
  [
    'an image that is none',
    [WHOLE, {_id: 'x', _type: 't', f: {_sanityAsset: 'image@file://./images/bad.png'}}],
    ['image bad.png:'],
  ],
])(
  '%s stops it, with the place and what to do, and nothing is written',
  async (_name, documents, messages) => {
    writeFileSync(join(source, 'images', 'a.png'), PIXEL)
    if (_name.startsWith('an image')) writeFileSync(join(source, 'images', 'bad.png'), 'no image')
    writeSource(...documents.map((document) => (typeof document === 'string' ? document : Object(document))))
    for (const options of [[], ['--resumable']]) {
      const {code, text} = await importFolder(...options)
      expect(code).toBe(1)
      for (const message of messages) expect(text).toContain(message)
      expect(stored()).toEqual({documents: [], files: []})
    }
  },
)

test('documents get what they lack, and keep their times', async () => {
  writeFileSync(join(source, 'images', 'a.png'), PIXEL)
  writeSource(
    {_type: 'note', list: [{a: 1}]},
    {...WHOLE, _createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2021-01-01T00:00:00Z'},
    {_id: '_.system', _type: 'system.group'},
  )
  expect((await importFolder()).text).toContain('2 of 2 documents and 1 new assets')
  const {documents, files} = stored()
  expect(files).toHaveLength(1)
  expect(documents.map(({content}) => content)).toEqual([
    expect.objectContaining({_type: 'note', list: [{a: 1, _key: expect.stringMatching(/^\w{12}$/)}]}),
    expect.objectContaining({_type: 'sanity.imageAsset', size: PIXEL.length, originalFilename: 'a.png'}),
    expect.objectContaining({
      _id: 'whole',
      _createdAt: '2020-01-01T00:00:00Z',
      _updatedAt: '2021-01-01T00:00:00Z',
      image: {_type: 'image', asset: {_type: 'reference', _ref: documents[1]?.id}},
    }),
  ])
  // The same again changes nothing, and no asset is taken twice.
  expect((await importFolder('--missing')).text).toContain('0 of 2 documents and 0 new assets')
  expect(stored()).toEqual({documents, files})
})

test('what exists stops it, is written over, or is left', async () => {
  writeSource({_id: 'a', _type: 't', n: 1})
  await importFolder()
  writeSource({_id: 'b', _type: 't'}, {_id: 'a', _type: 't', n: 2})
  expect((await importFolder()).text).toContain(
    'line 2: document "a" already exists in dataset "production": --replace',
  )
  expect(stored().documents).toHaveLength(1)
  expect((await importFolder('--missing')).code).toBe(0)
  expect(stored().documents).toMatchObject([{content: {n: 1}}, {id: 'b'}])
  expect((await importFolder('--replace')).code).toBe(0)
  expect(stored().documents).toMatchObject([{content: {n: 2}}, {id: 'b'}])
  expect((await importFolder('--replace', '--missing')).code).toBe(2)
})

test('a dry run checks and writes nothing', async () => {
  writeFileSync(join(source, 'images', 'a.png'), PIXEL)
  writeSource(WHOLE)
  expect((await importFolder('--dry-run')).text).toContain('1 documents and 1 new assets can be imported')
  expect(stored()).toEqual({documents: [], files: []})
})

test('a link in a folder to a file outside of it stops it', async () => {
  symlinkSync('/etc/hostname', join(source, 'images', 'linked.png'))
  writeSource({_id: 'x', _type: 't', file: {_sanityAsset: 'file@file://./images/linked.png'}})
  const {code, text} = await importFolder()
  expect(code).toBe(1)
  expect(text).toContain('leads outside the folder of the documents')
  expect(stored()).toEqual({documents: [], files: []})
})

test('bytes that are no text stop it, a byte order mark does not', async () => {
  writeSource('\ufeff{"_id":"bom","_type":"t"}\r', '{"_id":"x","_type":"t"}')
  expect((await importFolder()).code).toBe(0)
  const line = Buffer.from('{"_id":"y","_type":"t"}\n{"_id":"z","_type":"t","text":"?"}')
  line[line.lastIndexOf('?')] = 255
  writeFileSync(join(source, 'data.ndjson'), line)
  const {code, text} = await importFolder()
  expect(code).toBe(1)
  expect(text).toContain('line 2: this is not UTF-8')
  expect(stored().documents.map(({id}) => id)).toEqual(['bom', 'x'])
})
