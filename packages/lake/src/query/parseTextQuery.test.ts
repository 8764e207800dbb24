import {expect, test} from 'vitest'
import {parseTextQuery} from './parseTextQuery.ts'

const word = (text: string, isExcluded = false) => ({text, isPhrase: false, isExcluded})
const phrase = (text: string, isExcluded = false) => ({text, isPhrase: true, isExcluded})

test.each([
  ['', []],
  ['   ', []],
  ['back', [word('back')]],
  ['lower  back*', [word('lower'), word('back*')]],
  ['"lower back" pain', [phrase('lower back'), word('pain')]],
  ['back -neck', [word('back'), word('neck', true)]],
  ['-"lower back"', [phrase('lower back', true)]],
  ['"single"', [word('single')]],
  ['"  wide   gap "', [phrase('wide gap')]],
  ['"unclosed phrase', [word('unclosed'), word('phrase')]],
  ['*', [word('*')]],
  ['-', []],
  ['""', []],
])('%j asks for %j', (text, terms) => {
  expect(parseTextQuery(text)).toEqual(terms)
})
