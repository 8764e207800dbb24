import {validateContent} from '@spine-center/schema/validate'
import {describe, expect, test} from 'vitest'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {imageFilesOf, replaceImageFiles} from '../import/replaceImageFiles.ts'
import {claimedWordsIn, keyProblemsIn, objectsIn, referencesIn} from './readTree.fixture.ts'
import {sampleDocuments} from './sampleDocuments.ts'

const assetIds = new Map(
  [...imageFilesOf(sampleDocuments)].map((file, index) => [
    file,
    `image-${String(index).padStart(40, '0')}-960x380-svg`,
  ]),
)

function isDocument(value: unknown): value is SampleDocument {
  return typeof value === 'object' && value !== null && '_id' in value && '_type' in value
}

/** The documents as the import writes them, with references to the assets of their pictures. */
const written = sampleDocuments.map((document) => replaceImageFiles(document, assetIds)).filter(isDocument)

function ofType(type: string): readonly SampleDocument[] {
  return sampleDocuments.filter(({_type}) => _type === type)
}

function textsOf(field: unknown): readonly string[] {
  return Array.isArray(field) ? field.filter((entry) => typeof entry === 'string') : []
}

describe('sample documents', () => {
  test('pass the schema’s validation; the only warnings ask for the review of a clinician', async () => {
    const assets = [...assetIds.values()].map((_id) => ({_id, _type: 'sanity.imageAsset'}))
    const markers = (await validateContent({documents: [...written, ...assets]})).filter(
      ({documentType}) => documentType !== 'sanity.imageAsset',
    )
    expect(markers.filter(({level}) => level === 'error')).toEqual([])
    const unexpected = markers.filter(
      ({path, message}) => !(path === 'reviews' && message.includes('review')),
    )
    expect(unexpected).toEqual([])
    expect(markers.length).toBeGreaterThan(0)
  })

  test('are caught by that validation when something is missing', async () => {
    const broken = written.map((document) =>
      document._id === 'exercise-bridge' ? {...document, stopIf: []} : document,
    )
    const markers = await validateContent({documents: broken})
    expect(markers).toContainEqual(
      expect.objectContaining({documentId: 'exercise-bridge', path: 'stopIf', level: 'error'}),
    )
  })

  test('have ids that are unique and readable', () => {
    const ids = sampleDocuments.map(({_id}) => _id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id !== 'siteSettings' && !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id))).toEqual([])
  })

  test('refer only to each other', () => {
    const ids = new Set(sampleDocuments.map(({_id}) => _id))
    expect(referencesIn(sampleDocuments).filter((id) => !ids.has(id))).toEqual([])
  })

  test('have a key on every entry of a list, each once', () => {
    expect(sampleDocuments.flatMap((document) => keyProblemsIn({...document}))).toEqual([])
  })

  test('hold no times: the lake sets them', () => {
    const timed = sampleDocuments.filter((document) => '_createdAt' in document || '_updatedAt' in document)
    expect(timed).toEqual([])
  })

  test('claim no review and no approval', () => {
    const reviewed = objectsIn(sampleDocuments).filter(
      ({value}) => 'reviews' in value || value['_type'] === 'review',
    )
    expect(reviewed).toEqual([])
    const reviewers = objectsIn(sampleDocuments).filter(({value}) => value['role'] === 'reviewer')
    expect(reviewers).toEqual([])
  })

  test('say plainly that no clinician has reviewed them', () => {
    const texts = ofType('disclaimer').map(({text}) => text)
    expect(texts).not.toEqual([])
    for (const text of texts) expect(text).toMatch(/no clinician has reviewed/i)
    const articles = ofType('article')
    expect(
      articles.filter((article) => !referencesIn(article['disclaimer']).includes('disclaimer-sample')),
    ).toEqual([])
  })

  test('use none of the phrases that their own settings ban', () => {
    const [settings] = ofType('siteSettings')
    const banned = textsOf(settings?.['bannedPhrases'])
    expect(banned.length).toBeGreaterThan(0)
    const text = JSON.stringify(sampleDocuments.filter(({_type}) => _type !== 'siteSettings')).toLowerCase()
    expect(banned.filter((phrase) => new RegExp(`\\b${phrase}\\b`).test(text))).toEqual([])
  })

  test('cite every citation somewhere', () => {
    const others = sampleDocuments.filter(({_type}) => _type !== 'citation')
    const cited = new Set(referencesIn(others))
    expect(ofType('citation').filter(({_id}) => !cited.has(_id))).toEqual([])
  })
})

describe('claims', () => {
  test.each(ofType('article').map((article) => [article._id, article] as const))(
    'of %s stand word for word in its text',
    (_id, article) => {
      const words = claimedWordsIn({body: article['body'], faqs: article['faqs']})
      const claims = objectsIn(article['claims']).filter(({value}) => value['_type'] === 'claim')
      const texts = Object.fromEntries(claims.map(({value}) => [value['_key'], value['text']]))
      expect(Object.fromEntries(words)).toEqual(texts)
    },
  )

  test('with a figure have a source, or a status that tells readers that there is none', () => {
    const bare = objectsIn(sampleDocuments)
      .filter(({value}) => value['_type'] === 'claim' && 'figures' in value && !('evidence' in value))
      .filter(({value}) => value['status'] !== 'unsupported' && value['status'] !== 'opinion')
    expect(bare).toEqual([])
  })

  test('that are called supported have a source that says so', () => {
    const claims = objectsIn(sampleDocuments).filter(({value}) => value['status'] === 'supported')
    expect(claims.length).toBeGreaterThan(0)
    const unfounded = claims.filter(
      ({value}) => !objectsIn(value['evidence']).some(({value: source}) => source['stance'] === 'supports'),
    )
    expect(unfounded).toEqual([])
  })
})
