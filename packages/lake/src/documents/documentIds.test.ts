import {describe, expect, test} from 'vitest'
import {assertValidId, isPublicId, isPublishedId, parseDocumentId} from './documentIds.ts'

describe('document ids', () => {
  test.each([
    ['a', {kind: 'published', publishedId: 'a'}],
    ['a.b', {kind: 'published', publishedId: 'a.b'}],
    ['_.releases.r1', {kind: 'published', publishedId: '_.releases.r1'}],
    ['drafts.a', {kind: 'draft', publishedId: 'a'}],
    ['drafts.a.b', {kind: 'draft', publishedId: 'a.b'}],
    ['versions.r1.a', {kind: 'version', release: 'r1', publishedId: 'a'}],
    ['versions.r1.a.b', {kind: 'version', release: 'r1', publishedId: 'a.b'}],
    ['versions.r1', {kind: 'published', publishedId: 'versions.r1'}],
    ['draftsa', {kind: 'published', publishedId: 'draftsa'}],
  ])('%s is read as %j', (id, parts) => {
    expect(parseDocumentId(id)).toEqual(parts)
    expect(isPublishedId(id)).toBe(parts.kind === 'published')
  })

  test.each([
    ['a', true],
    ['a-b_c', true],
    ['drafts.a', false],
    ['versions.r.a', false],
    ['_.x', false],
    ['a.b', false],
  ])('anybody may read %s: %s', (id, isPublic) => expect(isPublicId(id)).toBe(isPublic))

  test.each(['a', '_.releases.x', 'A-9_.b', 'drafts.x', 'x'.repeat(128)])('%j is valid', (id) => {
    expect(() => assertValidId(id)).not.toThrow()
  })

  test.each([
    '',
    '-a',
    '.a',
    'a.',
    'a..b',
    'a b',
    'ü',
    'a/b',
    'a\u0000',
    'x'.repeat(129),
    7,
    null,
    undefined,
    {},
  ])('%j is refused, with the rule', (id) =>
    expect(() => assertValidId(id)).toThrow(/is not valid: use 1 to 128/),
  )
})
