import {expect, test} from 'vitest'
import {parseStrictJson} from './parseStrictJson.ts'

const limits = {maxJsonDepth: 4}

test.each([
  ['{"a": [1, {"b": "ü😀"}], "constructor": {}, "prototype": 1, "toString": null}'],
  ['[[[[1, 2]]]]'],
  ['1.7e308'],
  ['"\\u0000"'],
  ['null'],
])('%s is taken as it is', (text) => {
  expect(parseStrictJson(text, limits)).toEqual(JSON.parse(text))
})

test('of two equal names the last counts', () => {
  expect(parseStrictJson('{"a": 1, "a": 2}', limits)).toEqual({a: 2})
})

test.each([
  ['{"a": [0, 1e999]}', 'The number at a.1 is out of range'],
  ['-1e999', 'The number at the top is out of range'],
  ['{"a": {"b": "x\\ud800"}}', 'The text at a.b holds half of a character'],
  ['{"a": {"\\udc00": 1}}', 'The text at a.\ufffd holds half of a character'],
  ['{"a": {"__proto__": {"role": "administrator"}}}', 'The name at a.__proto__ cannot be used'],
  ['[[[[[]]]]]', 'nested too deeply at 0.0.0.0: the limit is 4'],
  ['{"a": {"a": {"a": {"a": {}}}}}', '--max-json-depth'],
  [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'nested too deeply'],
  ['{"a":}', 'not valid JSON'],
  ['', 'not valid JSON'],
])('%s is refused', (text, message) => {
  expect(() => parseStrictJson(text, limits)).toThrow(message)
})
