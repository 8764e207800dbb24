import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {generateFiles} from './generateFiles.ts'

const files = generateFiles()

test.each(Object.entries(files))(
  '%s is what the types give (node packages/schema/generate.ts writes it)',
  (name, text) => {
    expect(readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8')).toBe(text)
  },
)

describe('constraints.json', () => {
  const {types} = JSON.parse(files['constraints.json'])

  test.each([
    ['article', 'title', [{rule: 'required'}, {rule: 'max', value: 70}]],
    [
      'exercise',
      'difficulty',
      [{rule: 'required'}, {rule: 'integer'}, {rule: 'min', value: 1}, {rule: 'max', value: 5}],
    ],
    ['exercise', 'patterns', [{rule: 'required'}, {rule: 'min', value: 1}]],
    ['article', 'publishedAt', [{rule: 'required'}, {rule: 'datetime'}]],
    ['article', 'nextReviewDue', [{rule: 'required'}, {rule: 'date'}]],
    ['conditionGroup', 'any', [{rule: 'required'}, {rule: 'min', value: 1}, {rule: 'max', value: 4}]],
    ['figure', 'image', [{rule: 'required'}, {rule: 'assetRequired'}]],
    ['article', 'audience.primary', [{rule: 'required'}, {rule: 'min', value: 1}, {rule: 'unique'}]],
    ['claim', 'text', [{rule: 'required'}]],
  ])('%s.%s', (type, path, expected) => {
    expect(types[type][path]).toEqual(expected)
  })

  test('an inline object that the extract names has its constraints under that name too', () => {
    expect(types.sets).toEqual({
      min: types.dosage['sets.min'],
      max: types.dosage['sets.max'],
    })
    expect(types.sets.min).toContainEqual({rule: 'min', value: 1})
  })

  test('what is only a warning constrains nothing', () => {
    // `page` has a single rule, a warning about journal articles without pages.
    expect(types.citation.page).toBeUndefined()
  })
})
