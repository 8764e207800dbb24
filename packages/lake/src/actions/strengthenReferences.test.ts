import {expect, test} from 'vitest'
import {strengthenReferences} from './strengthenReferences.ts'

const intent = {type: 'person', template: {id: 'person'}}

test.each([
  [{_ref: 'x', _weak: true, _strengthenOnPublish: intent}, {_ref: 'x'}],
  [
    {_ref: 'x', _weak: true, _strengthenOnPublish: {...intent, weak: true}},
    {_ref: 'x', _weak: true},
  ],
  [
    {_ref: 'x', _weak: true},
    {_ref: 'x', _weak: true},
  ],
  [{_ref: 'x'}, {_ref: 'x'}],
  [[{_key: 'k', _ref: 'x', _weak: true, _strengthenOnPublish: intent}], [{_key: 'k', _ref: 'x'}]],
])('%j becomes %j', (value, expected) => {
  const document = {_id: 'a', deep: {value}}
  const copy = structuredClone(document)
  expect(strengthenReferences(document)).toEqual({_id: 'a', deep: {value: expected}})
  expect(document).toEqual(copy)
})
