import {expect, test} from 'vitest'
import {DocumentCache} from './DocumentCache.ts'

const document = (_id: string) => ({_id, _type: 't', _rev: 'r', _createdAt: '', _updatedAt: ''})

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
