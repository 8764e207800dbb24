import * as fc from 'fast-check'
import {applyPatch, incremental} from 'mendoza'
import {describe, expect, test} from 'vitest'
import {encodeEffects, encodePatch} from './encodePatch.ts'
import {countUtf8Bytes} from './encodeText.ts'

function applyIncrementally(left: unknown, patch: unknown[]): unknown {
  return incremental.unwrap(incremental.applyPatch(incremental.wrap(left, 0), patch, 1))
}

const block = (key: string, text: string) => ({
  _key: key,
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: `${key}s`, _type: 'span', marks: [], text}],
})
const long = 'Walking helps most people with back pain more than resting in bed does.'
const body = ['a', 'b', 'c', 'd'].map((key) => block(key, `${key}: ${long}`))

describe('compact patches', () => {
  const cases: [name: string, left: unknown, right: unknown, patch: unknown[]][] = [
    ['nothing', {a: [1]}, {a: [1]}, []],
    ['creation', null, {a: 1}, [0, {a: 1}]],
    ['creation from nothing', undefined, {a: 1}, [0, {a: 1}]],
    ['deletion', {a: 1}, null, [0, null]],
    ['a changed value', {a: 1, z: long}, {a: 2, z: long}, [17, 2, 'a']],
    ['a removed attribute', {a: 1, b: 2, z: long}, {a: 1, z: long}, [19, 1]],
    ['an added attribute', {z: long}, {z: long, b: 2}, [17, 2, 'b']],
    ['a typed letter', {t: long}, {t: `${long}!`}, [11, 0, 23, 0, 71, 22, '!', 15]],
    [
      'text within text',
      {t: long},
      {t: long.replace('most', 'all')},
      [11, 0, 23, 0, 14, 22, 'all', 23, 18, 71, 15],
    ],
    ['an appended element', {body}, {body: [...body, 'x']}, [11, 0, 21, 0, 4, 20, 'x', 15]],
    ['an inserted element', {body}, {body: ['x', ...body]}, [11, 0, 20, 'x', 21, 0, 4, 15]],
    ['a removed element', {body}, {body: body.toSpliced(1, 1)}, [11, 0, 21, 0, 1, 21, 2, 4, 15]],
    [
      'a moved element',
      {body},
      {body: [body[3], body[0], body[1], body[2]]},
      [11, 0, 21, 3, 4, 21, 0, 3, 15],
    ],
    ['an emptied list', {body}, {body: []}, [17, [], 'body']],
    ['an emptied text', {t: long}, {t: ''}, [17, '', 't']],
    ['keys sort by code unit', {Z: 1, a: 1, é: 1, _: 1, z: long}, {Z: 1, a: 1, _: 1, z: long}, [19, 4]],
  ]
  test.each(cases)('%s', (_name, left, right, patch) => {
    const before = structuredClone([left, right])
    expect(encodePatch(left, right)).toEqual(patch)
    expect([left, right]).toEqual(before)
    expect(applyPatch(left, patch)).toEqual(right)
  })

  test('a letter typed in one block of an article costs less than 80 characters', () => {
    const right = {body: [body[0], block('b', `b: ${long}?`), body[2], body[3]]}
    const patch = encodePatch({body}, right)
    expect(applyPatch({body}, patch)).toEqual(right)
    expect(JSON.stringify(patch).length).toBeLessThan(80)
  })
})

describe('effects', () => {
  test('leave out the revision and go both ways', () => {
    const before = {_id: 'a', _rev: '1', title: long}
    const after = {_id: 'a', _rev: '2', title: `${long}!`}
    expect(encodeEffects(before, after)).toEqual({
      apply: [11, 1, 23, 0, 71, 22, '!', 15],
      revert: [11, 1, 23, 0, 71, 15],
    })
    expect(encodeEffects(null, before)).toEqual({apply: [0, {_id: 'a', title: long}], revert: [0, null]})
    expect(encodeEffects(before, undefined)).toEqual({apply: [0, null], revert: [0, {_id: 'a', title: long}]})
  })
})

const letters = fc.constantFrom('a', 'b', ' ', 'é', 'ß', '字', '😀', '👩‍⚕️', '\u0000')
const text = fc.array(letters, {maxLength: 12}).map((parts) => parts.join(''))
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    text,
    fc.integer({min: -2, max: 2}),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(fc.constantFrom('a', 'b', '_key', 'é', 'Z'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value

describe('properties', () => {
  test('both decoders of mendoza rebuild any value from any other', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const patch = encodePatch(left, right)
        expect(applyPatch(left, JSON.parse(JSON.stringify(patch)))).toEqual(right)
        expect(applyIncrementally(left, patch)).toEqual(right)
        expect(JSON.stringify(patch).length).toBeLessThanOrEqual(JSON.stringify([0, right]).length)
      }),
      {numRuns: 3000},
    )
  })

  test('texts that share both ends are rebuilt, whatever bytes they take', () => {
    fc.assert(
      fc.property(text, text, text, text, (prefix, left, right, suffix) => {
        const pair = [{t: prefix + left + suffix + long}, {t: prefix + right + suffix + long}]
        expect(applyPatch(pair[0], encodePatch(pair[0], pair[1]))).toEqual(pair[1])
      }),
      {numRuns: 2000},
    )
  })

  test('bytes are counted as UTF-8 counts them', () => {
    fc.assert(fc.property(text, (value) => countUtf8Bytes(value) === Buffer.byteLength(value)))
    expect(countUtf8Bytes('\ud800')).toBe(3)
  })
})
