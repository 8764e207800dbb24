import fc from 'fast-check'
import {expect, test} from 'vitest'
import {DocumentCache} from './DocumentCache.ts'

const document = (_id: string) => ({_id, _type: 't', _rev: 'r', _createdAt: '', _updatedAt: ''})

const operation = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  bytes: fc.oneof(fc.integer({min: 1, max: 120}), fc.constantFrom('delete' as const, 'get' as const)),
})

test('forgets what was used least recently, and never holds more than its bound', () => {
  const cache = new DocumentCache(100)
  cache.set('a', document('a'), 40)
  cache.set('b', document('b'), 40)
  cache.get('a')
  cache.set('c', document('c'), 40)
  expect([cache.get('a')?._id, cache.get('b'), cache.get('c')?._id]).toEqual(['a', undefined, 'c'])
})

test('a document larger than the bound is held alone until the next', () => {
  const cache = new DocumentCache(100)
  cache.set('a', document('a'), 40)
  cache.set('huge', document('huge'), 500)
  expect([cache.get('a'), cache.get('huge')?._id, cache.size]).toEqual([undefined, 'huge', 1])
  cache.set('b', document('b'), 10)
  expect([cache.get('huge'), cache.get('b')?._id]).toEqual([undefined, 'b'])
})

test('setting again counts once, deleting gives room back', () => {
  const cache = new DocumentCache(100)
  for (let n = 0; n < 10; n += 1) cache.set('a', document('a'), 60)
  cache.delete('a')
  cache.delete('a')
  cache.set('b', document('b'), 90)
  expect(cache.get('b')?._id).toBe('b')
})

test('stays within its bound and gives what was set last, whatever is set, read and deleted', () => {
  fc.assert(
    fc.property(fc.array(operation, {maxLength: 300}), (operations) => {
      const cache = new DocumentCache(100)
      const held = new Map<string, {bytes: number; revision: number}>()
      for (const [index, {id, bytes}] of operations.entries()) {
        if (bytes === 'delete') {
          cache.delete(id)
          held.delete(id)
        } else if (bytes !== 'get') {
          cache.set(id, {...document(id), _rev: String(index)}, bytes)
          held.set(id, {bytes, revision: index})
        }
        const kept = [...held].filter(([known]) => cache.get(known) !== undefined)
        expect(kept.map(([known]) => cache.get(known)?._rev)).toEqual(
          kept.map(([, {revision}]) => String(revision)),
        )
        expect(cache.size).toBe(kept.length)
        const sum = kept.reduce((total, [, {bytes: size}]) => total + size, 0)
        expect(kept.length < 2 || sum <= 100).toBe(true)
      }
    }),
  )
})

test('what is read again and again stays, however much else comes and goes', () => {
  const cache = new DocumentCache(1_000)
  const often = Array.from({length: 20}, (_, n) => `often ${n}`)
  let missed = 0
  for (let n = 0; n < 5_000; n += 1) {
    cache.set(`once ${n}`, document(`once ${n}`), 10)
    const id = often[n % often.length] ?? ''
    if (cache.get(id)) continue
    missed += 1
    cache.set(id, document(id), 10)
  }
  // Each is missed when it first comes, and hardly ever again.
  expect(missed).toBeLessThan(60)
})

test('who comes to a full cache stays for about a round', () => {
  const cache = new DocumentCache(1_000)
  for (let n = 0; n < 1_000; n += 1) cache.set(`a ${n}`, document(`a ${n}`), 10)
  const held = Array.from({length: 100}, (_, n) => cache.get(`a ${999 - n}`)).filter(Boolean)
  expect(held.length).toBeGreaterThan(90)
})
