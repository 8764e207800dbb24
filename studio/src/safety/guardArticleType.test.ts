import {schemaTypes} from '@spine-center/schema'
import {validateContent} from '@spine-center/schema/validate'
import type {ContentDocument} from '@spine-center/schema/validate'
import {sampleDocuments} from '@spine-center/sample'
import {describe, expect, test} from 'vitest'
import {guardArticleType} from './guardArticleType.ts'
import {readScreeningData} from './readScreeningData.ts'
import type {ReadRules} from './safetyValidation.ts'

// The sample article for readers with osteoporosis, against the sample's own rules.
const ARTICLE = 'article-bend-at-the-hips'

const readRules: ReadRules = ({getClient}) => readScreeningData(getClient({apiVersion: '2025-02-19'}))

function find(id: string): ContentDocument {
  const found = sampleDocuments.find(({_id}) => _id === id)
  if (found === undefined) throw new TypeError(`The sample has no document "${id}".`)
  return {...found}
}

/** What validation says of a changed version of the article, while everything else stays as it is. */
async function validate(
  changes: Record<string, unknown>,
  read: ReadRules = readRules,
  edit: (document: ContentDocument) => ContentDocument = (document) => document,
) {
  const guarded = guardArticleType({readRules: read, now: () => '2026-11-24T09:00:00Z'})
  const others = sampleDocuments.filter(({_id: id}) => id !== ARTICLE).map(edit)
  const markers = await validateContent({
    documents: [{...find(ARTICLE), ...changes}, ...others],
    ids: [ARTICLE],
    types: schemaTypes.map((type) => (type.name === 'article' ? guarded : type)),
  })
  return (
    markers
      // The sample says openly that no clinician has reviewed it; that remark is not about the rules.
      .filter(({documentId, path}) => documentId === ARTICLE && path !== 'reviews')
      .map(({path, level, code, message}) => ({path, level, code, message}))
  )
}

const use = (id: string, more: Record<string, unknown> = {}) => ({
  _type: 'exerciseUse',
  _key: id,
  exercise: {_type: 'reference', _ref: id},
  ...more,
})

describe('an article for readers with osteoporosis', () => {
  test('is let through as the sample has it', async () => {
    expect(await validate({})).toEqual([])
  })

  test('is held back when it recommends a toe touch; the sentence names the rule and an alternative', async () => {
    const [marker, ...more] = await validate({recommends: [use('exercise-toe-touch')], discourages: []})
    expect(more).toEqual([])
    expect(marker).toMatchObject({
      path: 'recommends[_key=="exercise-toe-touch"]',
      level: 'error',
      code: 'custom.inv-01',
    })
    expect(marker?.message).toMatch(
      /“Standing toe touch”.*“End-range bending × osteoporosis”.*avoid it.*“Hip hinge”/u,
    )
  })

  test.each([
    ['recommends', {recommends: [use('exercise-swimming')]}, 'recommends[_key=="exercise-swimming"]'],
    [
      'shows',
      {body: [{_type: 'exerciseCard', _key: 'x', exercise: {_type: 'reference', _ref: 'exercise-swimming'}}]},
      'body[_key=="x"].exercise',
    ],
  ])('is held back when it %s an exercise that is no longer in use', async (_how, changes, path) => {
    const retirement = {
      reason: 'It hurt people.',
      replacedBy: {_type: 'reference', _ref: 'exercise-hip-hinge'},
    }
    const retire = (document: ContentDocument) =>
      document._id === 'exercise-swimming' ? {...document, retirement} : document
    const markers = await validate(changes, readRules, retire)
    expect(markers.filter(({code}) => code === 'custom.inv-23')).toMatchObject([
      {
        path,
        level: 'error',
        message: expect.stringMatching(/“Swimming”.*no longer in use.*“Hip hinge” instead/u),
      },
    ])
    expect((await validate(changes)).filter(({code}) => code === 'custom.inv-23')).toEqual([])
  })

  test('is let through when that recommendation is for other readers', async () => {
    const audience = [{_type: 'reference', _key: 'c', _ref: 'condition-hypertension-uncontrolled'}]
    expect(
      await validate({
        recommends: [use('exercise-toe-touch', {audience, caution: 'Slowly.'})],
        discourages: [],
      }),
    ).toEqual([])
  })

  test('is warned, not held back, where readers should ask first and no caution says so', async () => {
    const recommends = [use('exercise-knee-to-chest-seated')]
    const markers = await validate({recommends, discourages: []})
    expect(markers).toMatchObject([{level: 'warning', code: 'custom.inv-02'}])
    expect(markers[0]?.path).toBe('recommends[_key=="exercise-knee-to-chest-seated"].caution')
  })

  test('is held back when it discourages an exercise without an alternative', async () => {
    expect(
      await validate({discourages: [use('exercise-toe-touch', {reason: 'It bends the spine.'})]}),
    ).toMatchObject([
      {path: 'discourages[_key=="exercise-toe-touch"].alternatives', level: 'error', code: 'custom.inv-03'},
    ])
  })

  test('waits when the rules cannot be read, and says so once', async () => {
    const guarded = guardArticleType({
      readRules: () => Promise.reject(new Error('The lake does not answer.')),
      now: () => '2026-11-24T09:00:00Z',
    })
    const markers = await validateContent({
      documents: sampleDocuments,
      ids: [ARTICLE],
      types: schemaTypes.map((type) => (type.name === 'article' ? guarded : type)),
    })
    expect(markers.filter(({documentId, level}) => documentId === ARTICLE && level === 'error')).toEqual([
      expect.objectContaining({
        path: '',
        message: expect.stringMatching(
          /^The safety rules could not be read.*\(The lake does not answer\.\)$/u,
        ),
      }),
    ])
  })
})
