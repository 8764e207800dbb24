import {expect, test} from 'vitest'
import {applyPatch} from './applyPatch.ts'
import {generateArrayKeys} from './generateArrayKeys.ts'

function createCounter() {
  let n = 0
  return () => `key${(n += 1)}`
}

test('objects in arrays get a key, at any depth, and nothing else does', () => {
  const value = {list: [{a: [{b: 1}]}, {_key: 'own'}, 'text', 3, null], object: {c: 1}, nested: [[{d: 1}]]}
  const before = structuredClone(value)
  expect(generateArrayKeys(value, {createKey: createCounter()})).toEqual({
    list: [{a: [{b: 1, _key: 'key1'}], _key: 'key2'}, {_key: 'own'}, 'text', 3, null],
    object: {c: 1},
    nested: [[{d: 1, _key: 'key3'}]],
  })
  expect(value).toEqual(before)
})

test('a patch gives keys only to what it wrote', () => {
  const document = {old: [{a: 1}], list: [{b: 1}, {c: [{d: 1}]}]}
  const patched = applyPatch(document, {insert: {before: 'list[0]', items: [{e: 1}]}, set: {'list[1].f': 1}})
  expect(generateArrayKeys(patched, {previous: document, createKey: createCounter()})).toEqual({
    old: [{a: 1}],
    list: [{e: 1, _key: 'key1'}, {b: 1}, {c: [{d: 1}], f: 1, _key: 'key2'}],
  })
})

test('keys are twelve hexadecimal digits and differ', () => {
  const result = JSON.stringify(generateArrayKeys([{}, {}]))
  expect(result).toMatch(/^\[\{"_key":"[0-9a-f]{12}"\},\{"_key":"[0-9a-f]{12}"\}\]$/)
  expect(new Set(result.match(/[0-9a-f]{12}/g)).size).toBe(2)
})
