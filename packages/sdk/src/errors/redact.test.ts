import {inspect} from 'node:util'
import {describe, expect, it} from 'vitest'
import {redact, redactCause} from './redact.ts'

describe('redact', () => {
  it('takes out every occurrence of every secret', () => {
    expect(redact('a sk-1 b sk-1 c sk-2', ['sk-1', 'sk-2'])).toBe('a [redacted] b [redacted] c [redacted]')
  })
  it('keeps of an address where it leads, not who asks or what for', () => {
    const text = 'GET https://me:pw@lake.example:39/v1/data?query=*&$x=osteoporosis failed, "http://h/a#b"'
    expect(redact(text, [])).toBe('GET https://lake.example:39/v1/data failed, "http://h/a"')
  })
  it('leaves a text alone when the secret is empty', () => {
    expect(redact('abc', ['', ' '])).toBe('abc')
  })
  it('takes out a secret without the line end that it was given with', () => {
    expect(redact('a sk-1 b', ['sk-1\n'])).toBe('a [redacted] b')
  })
})

describe('redactCause', () => {
  it('keeps name and message and no secret, however deep it hangs', () => {
    const original = Object.assign(new TypeError('failed with Bearer sk-1', {cause: new Error('sk-1')}), {
      request: {headers: {authorization: 'Bearer sk-1'}},
    })
    const copy = redactCause(original, ['sk-1'])
    expect(copy).toMatchObject({name: 'TypeError', message: 'failed with Bearer [redacted]'})
    expect(inspect(copy, {depth: 9, showHidden: true})).not.toContain('sk-1')
  })
  it.each([
    ['boom', 'boom'],
    [undefined, 'undefined'],
    [{message: 'offline: sk-1'}, 'offline: [redacted]'],
    [Object.create(null), 'something that is no error was thrown'],
    [[Object.create(null)], 'something that is no error was thrown'],
  ])('makes an error of %o', (thrown, message) => {
    expect(redactCause(thrown, ['sk-1']).message).toBe(message)
  })
  it('adds the system code that fetch hides', () => {
    const cause = Object.assign(new Error('socket'), {code: 'ECONNRESET'})
    expect(redactCause(new TypeError('fetch failed', {cause}), []).message).toBe('fetch failed (ECONNRESET)')
  })
})
