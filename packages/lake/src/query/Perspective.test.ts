import {expect, test} from 'vitest'
import {parsePerspective} from './Perspective.ts'

test.each([
  [undefined, '2025-02-19', {kind: 'published'}],
  [undefined, '2025-02-18', {kind: 'raw'}],
  [undefined, '1', {kind: 'raw'}],
  [undefined, 'X', {kind: 'published'}],
  ['raw', '2025-02-19', {kind: 'raw'}],
  ['published', '2021-01-01', {kind: 'published'}],
  ['drafts', '2025-02-19', {kind: 'stack', layers: ['drafts']}],
  ['previewDrafts', '2023-01-01', {kind: 'stack', layers: ['drafts']}],
  ['r1,r2,drafts', '2025-02-19', {kind: 'stack', layers: ['r1', 'r2', 'drafts']}],
  ['r1, published', '2025-02-19', {kind: 'stack', layers: ['r1']}],
  ['["r1","drafts"]', '2025-02-19', {kind: 'stack', layers: ['r1', 'drafts']}],
])('%j in version %s is %j', (value, version, perspective) => {
  expect(parsePerspective(value, version)).toEqual(perspective)
})

test.each(['raw,drafts', 'a/b', 'drafts,;'])('%j is refused', (value) => {
  expect(() => parsePerspective(value, '2025-02-19')).toThrow(/is not understood/)
})
