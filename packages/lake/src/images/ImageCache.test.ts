import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createDiskImageStorage, createMemoryImageStorage} from './createImageStorage.ts'
import {createImageCache} from './ImageCache.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-images-'))
})
afterEach(() => rmSync(dataDir, {recursive: true}))

const storages = [
  ['memory', () => createMemoryImageStorage()],
  ['disk', () => createDiskImageStorage({dataDir})],
] as const

describe.each(storages)('in %s', (_name, createStorage) => {
  test('renders once, however many ask', async () => {
    const cache = createImageCache({storage: createStorage(), maxBytes: 1000})
    let renders = 0
    const render = async () => Buffer.from(`image ${(renders += 1)}`)
    const images = await Promise.all([cache.get('a', render), cache.get('a', render)])
    images.push(await cache.get('a', render))
    expect(images.map(String)).toEqual(['image 1', 'image 1', 'image 1'])
    expect(cache.sizeBytes).toBe(7)
  })

  test('keeps within its bound, the least recently used go first', async () => {
    const cache = createImageCache({storage: createStorage(), maxBytes: 40})
    const rendered: string[] = []
    const get = (key: string) =>
      cache.get(key, async () => {
        rendered.push(key)
        return Buffer.alloc(10)
      })
    for (const key of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) await get(key)
    expect(rendered).toEqual(['a', 'b', 'c', 'd', 'e', 'b'])
    expect(cache.sizeBytes).toBe(40)
  })

  test('does not keep what would push out everything else, nor a failure', async () => {
    const cache = createImageCache({storage: createStorage(), maxBytes: 40})
    await cache.get('a', async () => Buffer.alloc(11))
    expect(cache.sizeBytes).toBe(0)
    await expect(cache.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(String(await cache.get('b', async () => Buffer.from('yes')))).toBe('yes')
  })
})

test('a second run finds what the first one rendered, and clears what it left half-way', async () => {
  const first = createImageCache({storage: createDiskImageStorage({dataDir}), maxBytes: 1000})
  await first.get('abc1', async () => Buffer.from('kept'))
  writeFileSync(join(dataDir, 'cache/images/x.part'), 'half')
  const second = createImageCache({storage: createDiskImageStorage({dataDir}), maxBytes: 1000})
  expect(second.sizeBytes).toBe(4)
  expect(String(await second.get('abc1', () => Promise.reject(new Error('rendered again'))))).toBe('kept')
  expect(readdirSync(join(dataDir, 'cache/images'))).toEqual(['abc1'])
})

test('a file deleted from outside is rendered again', async () => {
  const cache = createImageCache({storage: createDiskImageStorage({dataDir}), maxBytes: 1000})
  await cache.get('abc2', async () => Buffer.from('one'))
  rmSync(join(dataDir, 'cache/images/abc2'))
  expect(String(await cache.get('abc2', async () => Buffer.from('again')))).toBe('again')
  expect(cache.sizeBytes).toBe(5)
})
