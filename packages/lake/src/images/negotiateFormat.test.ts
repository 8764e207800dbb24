import {expect, test} from 'vitest'
import {negotiateFormat} from './negotiateFormat.ts'
import {parseImageParams} from './parseImageParams.ts'

const chromium = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'

const cases: [query: string, accept: string, extension: string, expected: string][] = [
  ['auto=format', chromium, 'jpg', 'avif'],
  ['auto=format', 'image/webp,*/*', 'jpg', 'webp'],
  ['auto=format', 'image/avif;q=0,image/webp', 'jpg', 'webp'],
  ['auto=format', '*/*', 'jpg', 'jpg'],
  ['auto=format', '', 'png', 'png'],
  ['auto=format&fm=png', chromium, 'jpg', 'png'],
  ['auto=format', chromium, 'gif', 'webp'],
  ['auto=format&frame=1', chromium, 'gif', 'avif'],
  ['w=1', chromium, 'gif', 'gif'],
  ['w=1', chromium, 'jpg', 'jpg'],
  ['w=1', chromium, 'webp', 'webp'],
  ['w=1', chromium, 'avif', 'avif'],
  ['w=1', chromium, 'tif', 'png'],
]
test.each(cases)('%s of a client that accepts "%s", from %s', (query, accept, extension, expected) => {
  const asked = parseImageParams(new URLSearchParams(query))
  expect(
    asked && negotiateFormat(asked, accept, {extension, animated: extension === 'gif', pixels: 1000}),
  ).toBe(expected)
})

function negotiate(query: string, pixels: number): string | null {
  const asked = parseImageParams(new URLSearchParams(query))
  return asked && negotiateFormat(asked, chromium, {extension: 'jpg', animated: false, pixels})
}

test('a large picture is WebP rather than AVIF, unless AVIF is asked for', () => {
  expect(negotiate('auto=format', 3_000_000)).toBe('webp')
  expect(negotiate('auto=format', 2_000_000)).toBe('avif')
  expect(negotiate('fm=avif', 3_000_000)).toBe('avif')
})
