import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeCursor, encodeCursor} from './cursor.ts'

describe('cursor', () => {
  it('survives the way there and back, in a URL too', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (key, id) => {
        const cursor = encodeCursor('articles', {key, id})
        expect(cursor).toBe(encodeURIComponent(cursor))
        expect(decodeCursor('articles', cursor)).toEqual({key, id})
      }),
    )
  })

  it('holds a key of any length: a title may be a whole text, pasted into the wrong field', () => {
    const position = {key: 'x'.repeat(1_000_000), id: 'a'}
    expect(decodeCursor('articles', encodeCursor('articles', position))).toEqual(position)
  })

  it.each([
    ['of another list', encodeCursor('exercises', {key: 'a', id: 'b'})],
    ['that is empty', ''],
    ['that is no base64', '***'],
    ['that is no JSON', btoa('nope')],
    ['of the wrong shape', btoa('["articles",1,2]')],
  ])('refuses one %s', (_name, cursor) => {
    expect(() => decodeCursor('articles', cursor)).toThrow(/Start from the first page/)
  })
})
