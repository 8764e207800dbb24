import {describe, expect, test} from 'vitest'
import {keyChoices} from './keyChoices.ts'
import {siblingListOf} from './siblingListOf.ts'

describe('siblingListOf', () => {
  test.each([
    [['body', {_key: 'b'}, 'markDefs', {_key: 'm'}, 'claimKey'], 'claims'],
    [['body', {_key: 'b'}, 'claimKey'], 'claims'],
    [['faqs', {_key: 'q'}, 'claimKeys', 0], 'claims'],
    [['body', {_key: 'b'}, 'faqKeys', 2], 'faqs'],
    [['title'], undefined],
    [[], undefined],
  ])('%j points into %s', (path, field) => {
    expect(siblingListOf(path)?.field).toBe(field)
  })
})

describe('keyChoices', () => {
  test.each([
    ['claims by their words', [{_key: 'a', text: 'Walking helps.'}], [{key: 'a', title: 'Walking helps.'}]],
    ['an entry without words', [{_key: 'a'}], [{key: 'a', title: 'Untitled'}]],
    ['an entry without a key', [{text: 'Walking helps.'}], []],
    ['no list', undefined, []],
    ['a broken list', [null, 'text'], []],
  ])('%s', (_, list, expected) => {
    expect(keyChoices(list, 'text')).toEqual(expected)
  })
})
