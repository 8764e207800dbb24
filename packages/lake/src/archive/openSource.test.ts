import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {gzipSync} from 'node:zlib'
import {pack} from 'tar-stream'
import type {Header} from 'tar-stream'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {ARCHIVE_LIMITS} from './ArchiveLimits.ts'
import {openSource} from './openSource.ts'

let folder = ''
let work = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-source-'))
  work = join(folder, 'work')
})
afterEach(() => rmSync(folder, {recursive: true}))

type Entry = Partial<Header> & {name: string; text?: string}

async function writeTar(...entries: Entry[]): Promise<string> {
  const archive = pack()
  for (const {text = '', ...header} of entries) archive.entry(header, text)
  archive.finalize()
  const file = join(folder, 'archive.tar')
  await pipeline(Readable.from(archive), createWriteStream(file))
  return file
}

const DATA: Entry = {name: 'x/data.ndjson', text: '{"_id":"a","_type":"t"}\n'}

function leftovers(): string[] {
  return existsSync(work) ? readdirSync(work) : []
}

test.each<[string, Entry[], RegExp]>([
  ['a way out', [DATA, {name: 'x/images/../../../evil.png', text: 'x'}], /could lead out of its folder/],
  ['an absolute name', [DATA, {name: '/etc/images/evil.png', text: 'x'}], /could lead out of its folder/],
  [
    'a name of Windows',
    [DATA, {name: 'x/images/..\\..\\evil.png', text: 'x'}],
    /could lead out of its folder/,
  ],
  [
    'a symbolic link',
    [DATA, {name: 'x/images/a.png', type: 'symlink', linkname: '/etc/passwd'}],
    /a symlink: only plain files/,
  ],
  [
    'a hard link',
    [DATA, {name: 'x/images/a.png', type: 'link', linkname: 'x/data.ndjson'}],
    /a link: only plain files/,
  ],
  ['a device', [DATA, {name: 'x/images/a.png', type: 'character-device'}], /only plain files/],
  ['two datasets', [DATA, {...DATA, name: 'y/data.ndjson'}], /more than one dataset/],
  ['two files of documents', [DATA, {...DATA, name: 'x/other.ndjson'}], /more than one dataset/],
  ['the same file twice', [DATA, {name: 'x/images/a.png'}, {name: 'x/images/a.png'}], /the same file twice/],
  ['no documents', [{name: 'x/images/a.png'}], /holds no data.ndjson/],
  ['folders upon folders', [{...DATA, name: 'a/b/c/d/data.ndjson'}], /too deep in folders/],
])('an archive with %s is refused, and nothing of it stays', async (_name, entries, message) => {
  const file = await writeTar(...entries)
  await expect(openSource(file, work, ARCHIVE_LIMITS)).rejects.toThrow(message)
  expect(leftovers()).toEqual([])
  expect(readdirSync(folder)).not.toContain('evil.png')
})

test('limits are named, and the options that raise them', async () => {
  const file = await writeTar(DATA, {name: 'x/images/a.png', text: 'x'.repeat(100)}, {name: 'x/images/b.png'})
  const within = (limits: Partial<typeof ARCHIVE_LIMITS>): Promise<unknown> =>
    openSource(file, work, {...ARCHIVE_LIMITS, ...limits})
  await expect(within({maxEntries: 2})).rejects.toThrow(/more than 2 files \(maxEntries\).*--max-entries/)
  await expect(within({maxEntryBytes: 99})).rejects.toThrow(/"x\/images\/a.png".*99 bytes \(maxEntryBytes\)/)
  expect(leftovers()).toEqual([])
})

test.each([
  ['documents', Buffer.alloc(60_000_000, ' ')],
  ['a tar', Buffer.concat([readableTar(), Buffer.alloc(60_000_000)])],
])('a small file that becomes a large one is refused while it grows (%s)', async (_name, content) => {
  const file = join(folder, 'bomb.gz')
  writeFileSync(file, gzipSync(content))
  await expect(openSource(file, work, ARCHIVE_LIMITS)).rejects.toThrow(
    /more than 200 times its size.*maxRatio.*--max-ratio/,
  )
  await expect(
    openSource(file, work, {...ARCHIVE_LIMITS, maxRatio: 10_000, maxTotalBytes: 1_000_000}),
  ).rejects.toThrow(/more than 1000000 bytes \(maxTotalBytes\)/)
  expect(leftovers()).toEqual([])
})

// A header of a tar whose one entry is larger than what follows.
function readableTar(): Buffer {
  const header = Buffer.alloc(512)
  header.write('x/data.ndjson', 0)
  header.write('0000644\0', 100)
  header.write('00454000000\0', 124)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\u{0}00', 257)
  header.write('        ', 148)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

test.each([
  ['broken off', (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 20)],
  [
    'damaged',
    (bytes: Buffer): Buffer =>
      Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(40, 1), bytes.subarray(80)]),
  ],
])('an archive that is %s says so', async (_name, harm) => {
  const tar = readFileSync(await writeTar(DATA, {name: 'x/images/a.png', text: 'y'.repeat(5000)}))
  const file = join(folder, 'harmed.tar.gz')
  writeFileSync(file, harm(gzipSync(tar)))
  await expect(openSource(file, work, ARCHIVE_LIMITS)).rejects.toThrow(/damaged or broken off/)
  expect(leftovers()).toEqual([])
})

test('archives, lines and packed lines are known by their content', async () => {
  const tar = await writeTar(DATA, {name: 'x/._data.ndjson', text: 'x'}, {name: 'x/notes.txt', text: 'x'})
  const [packed, lines, packedLines] = ['a', 'b', 'c'].map((name) => join(folder, name))
  writeFileSync(String(packed), gzipSync(readFileSync(tar)))
  writeFileSync(String(lines), String(DATA.text))
  writeFileSync(String(packedLines), gzipSync(String(DATA.text)))
  for (const file of [tar, packed, lines, packedLines]) {
    const source = await openSource(String(file), work, ARCHIVE_LIMITS)
    expect(readFileSync(source.dataFile, 'utf8')).toBe(DATA.text)
    await source.release()
  }
  expect(leftovers()).toEqual([])
  await expect(openSource(join(folder, 'nothing'), work, ARCHIVE_LIMITS)).rejects.toThrow(/cannot be read/)
})
