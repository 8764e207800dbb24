import {expect, test} from 'vitest'
import {isLoopbackAddress} from './isLoopbackAddress.ts'

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.7', false],
  ['localhost.example.org', false],
  ['127.0.0.1.example.org', false],
  ['', false],
])('only this machine reaches %s: %s', (host, expected) => {
  expect(isLoopbackAddress(host)).toBe(expected)
})
