import {validateContent} from '@spine-center/schema/validate'
import {createArticleChecker} from '@spine-center/rules/safety'
import {assert, integer, property} from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {claimedWordsIn, keyProblemsIn, objectsIn, referencesIn} from '../documents/readTree.fixture.ts'
import {articleFactsOf, screeningDataOf} from '../screeningData.fixture.ts'
import {generateDocuments} from './generateDocuments.ts'
import {planDocuments} from './plan.ts'

function bytes(options: Parameters<typeof generateDocuments>[0]): string {
  return [...generateDocuments(options)].map((document) => JSON.stringify(document)).join('\n')
}

const set = [...generateDocuments({count: 400, seed: 7})]

describe('a generated set', () => {
  test('has the same bytes for the same seed, and others for another', () => {
    const first = bytes({count: 300, seed: 1})
    expect(bytes({count: 300, seed: 1})).toBe(first)
    expect(bytes({count: 300, seed: 2})).not.toBe(first)
    expect(bytes({count: 300, seed: 1, now: '2020-01-01'})).not.toBe(first)
  })

  test('can be read more than once', () => {
    const documents = generateDocuments({count: 200, seed: 1})
    expect([...documents]).toEqual([...documents])
  })

  test('has as many documents as asked for, with ids of their own, of every type of the schema', () => {
    expect(set).toHaveLength(400)
    expect(new Set(set.map(({_id}) => _id)).size).toBe(400)
    const types = new Set(set.map(({_type}) => _type))
    expect([...types].toSorted()).toEqual([
      'article',
      'campaign',
      'carePathway',
      'citation',
      'condition',
      'contraindication',
      'disclaimer',
      'exercise',
      'feed',
      'glossaryTerm',
      'movementPattern',
      'organization',
      'person',
      'siteSettings',
      'topic',
    ])
  })

  test.each([200, 201, 1000, 5000])('of %i documents is referentially whole', (count) => {
    const ids = new Set<string>()
    const wanted = new Set<string>()
    for (const document of generateDocuments({count, seed: 3})) {
      ids.add(document._id)
      for (const id of referencesIn(document)) wanted.add(id)
    }
    expect(ids.size).toBe(count)
    expect([...wanted].filter((id) => !ids.has(id))).toEqual([])
  })

  test('passes the schema’s validation without errors', async () => {
    const markers = await validateContent({documents: set})
    // The warnings ask for reviews; some review dates lie in the past, as in any real set.
    const expected = new Set(['reviews', 'nextReviewDue', 'reviewBy'])
    expect(markers.filter(({level, path}) => level === 'error' || !expected.has(path))).toEqual([])
  })

  test('breaks no safety invariant with an error', () => {
    const check = createArticleChecker({screeningData: screeningDataOf(set), asOf: '2026-01-01T00:00:00Z'})
    const findings = articleFactsOf(set).flatMap((article) => check(article))
    expect(findings.filter(({severity}) => severity === 'error')).toEqual([])
  })

  test('has claims that stand word for word in their texts, and keys that are unique', () => {
    for (const document of set) {
      expect(keyProblemsIn({...document})).toEqual([])
      const claims = objectsIn(document['claims']).filter(({value}) => value['_type'] === 'claim')
      expect([...claimedWordsIn(document['body'])]).toEqual(
        claims.map(({value}) => [value['_key'], value['text']]),
      )
    }
  })

  test.each(['article', 'exercise', 'contraindication', 'citation'])(
    'has a size of 2 to 10 KB for each %s',
    (type) => {
      const sizes = set
        .filter(({_type}) => _type === type)
        .map((document) => Buffer.byteLength(JSON.stringify(document)))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2000)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10_240)
    },
  )

  test('has articles of 20 blocks', () => {
    const blocks = set
      .filter(({_type}) => _type === 'article')
      .map(({body}) => (Array.isArray(body) ? body.length : 0))
    expect(new Set(blocks)).toEqual(new Set([20]))
  })

  test('is made one document at a time', () => {
    const first: SampleDocument[] = []
    // All of them would fill the memory of any machine.
    for (const document of generateDocuments({count: 1_000_000_000, seed: 1})) {
      first.push(document)
      if (first.length === 3) break
    }
    expect(first.map(({_type}) => _type)).toEqual(['organization', 'organization', 'organization'])
  })
})

describe('misuse', () => {
  test.each([0, 199, -1, 250.5, Number.NaN])('a count of %d is refused', (count) => {
    expect(() => generateDocuments({count, seed: 1})).toThrow(/whole number of documents, 200 or more/)
  })

  test('a date that is none is refused', () => {
    expect(() => generateDocuments({count: 200, seed: 1, now: 'tomorrow'})).toThrow(/ISO date/)
  })
})

describe('a plan', () => {
  test('adds up to the count, with at least four exercises and one of every type', () => {
    assert(
      property(integer({min: 200, max: 200_000}), (count) => {
        const plan = planDocuments(count)
        const parts = Object.values(plan)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count)
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(1)
        expect(plan.exercise).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})
