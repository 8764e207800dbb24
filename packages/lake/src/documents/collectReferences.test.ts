import {expect, test} from 'vitest'
import {collectReferences} from './collectReferences.ts'

test.each([
  [undefined, {}],
  [{_id: 'a'}, {}],
  [{to: {_ref: 'x'}}, {x: {strong: true}}],
  [{to: {_ref: 'x', _weak: true}}, {x: {strong: false}}],
  [{list: [{_ref: 'x'}, {deep: {_ref: 'y', _weak: true}}]}, {x: {strong: true}, y: {strong: false}}],
  [{a: {_ref: 'x', _weak: true}, b: {_ref: 'x'}}, {x: {strong: true}}],
  [{a: {_ref: 'x'}, b: {_ref: 'x', _weak: true}}, {x: {strong: true}}],
  [{a: {_ref: 'x', _dataset: 'other', _projectId: 'p'}}, {x: {strong: false}, '@p/other/x': {strong: true}}],
  [{a: {_ref: 'x', _dataset: 'other', _weak: true}}, {x: {strong: false}, '@/other/x': {strong: false}}],
  [{a: {_ref: ''}, b: {_ref: 7}}, {}],
  [{a: {_ref: 'x', inner: {_ref: 'y'}}}, {x: {strong: true}, y: {strong: true}}],
])('%j refers to %j', (document, expected) => {
  expect(Object.fromEntries(collectReferences(document))).toEqual(expected)
})
