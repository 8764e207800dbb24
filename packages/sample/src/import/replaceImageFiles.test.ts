import {expect, test} from 'vitest'
import {imageFilesOf, replaceImageFiles} from './replaceImageFiles.ts'

const document = {
  _id: 'a',
  lead: {_type: 'figure', image: {_type: 'image', _sanityAsset: 'image@images/one.svg'}, alt: 'One'},
  body: [{figure: {image: {_type: 'image', _sanityAsset: 'image@images/two.svg'}}}, 'text', null],
}

test('files are found wherever they stand, each once', () => {
  expect([...imageFilesOf([document, document])]).toEqual(['one.svg', 'two.svg'])
})

test('files become references, and the document itself is not changed', () => {
  const before = structuredClone(document)
  const ids = new Map([
    ['one.svg', 'image-1'],
    ['two.svg', 'image-2'],
  ])
  expect(replaceImageFiles(document, ids)).toEqual({
    _id: 'a',
    lead: {
      _type: 'figure',
      image: {_type: 'image', asset: {_type: 'reference', _ref: 'image-1'}},
      alt: 'One',
    },
    body: [{figure: {image: {_type: 'image', asset: {_type: 'reference', _ref: 'image-2'}}}}, 'text', null],
  })
  expect(document).toEqual(before)
})

test('a file that was not uploaded is named', () => {
  expect(() => replaceImageFiles(document, new Map([['one.svg', 'image-1']]))).toThrow(
    /images\/two\.svg was not uploaded/,
  )
})
