import {describe, expect, test} from 'vitest'
import {parseAssetDocumentId, parseAssetFilename, toAssetDocumentId, toFilename} from './assetFile.ts'

const sha1 = 'a'.repeat(40)

describe('names of assets', () => {
  test('images and files go both ways', () => {
    const image = parseAssetFilename('images', 'production', `${sha1}-80x40.jpg`)
    expect(image).toEqual({
      kind: 'images',
      dataset: 'production',
      sha1hash: sha1,
      extension: 'jpg',
      dimensions: {width: 80, height: 40},
    })
    expect(image && toFilename(image)).toBe(`${sha1}-80x40.jpg`)
    expect(image && toAssetDocumentId(image)).toBe(`image-${sha1}-80x40-jpg`)
    expect(parseAssetDocumentId('production', `image-${sha1}-80x40-jpg`)).toEqual(image)
    const file = parseAssetFilename('files', 'production', `${sha1}.pdf`)
    expect(file && toAssetDocumentId(file)).toBe(`file-${sha1}-pdf`)
    expect(parseAssetDocumentId('production', `file-${sha1}-pdf`)).toEqual(file)
  })

  test.each([
    ['images', 'production', '../../lake.sqlite'],
    ['images', 'production', `${sha1}.jpg`],
    ['images', 'production', `${sha1}-80x40.jpg/..`],
    ['images', 'production', `${sha1}-80x40.jpg\0.png`],
    ['images', '..', `${sha1}-80x40.jpg`],
    ['images', 'a/b', `${sha1}-80x40.jpg`],
    ['images', '.uploads', `${sha1}-80x40.jpg`],
    ['files', 'production', `${sha1}-80x40.jpg`],
    ['files', 'production', `..%2f${sha1}.pdf`],
    ['files', 'production', `${sha1.toUpperCase()}.pdf`],
    ['files', 'production', `${sha1}.tar.gz`],
  ] as const)('%s of %s: %s is none', (kind, dataset, filename) => {
    expect(parseAssetFilename(kind, dataset, filename)).toBeNull()
  })

  test.each(['article-1', 'image-x-1x1-jpg', `image-${sha1}-jpg`, `file-${sha1}`, ''])(
    '"%s" is no asset document',
    (id) => {
      expect(parseAssetDocumentId('production', id)).toBeNull()
    },
  )
})
