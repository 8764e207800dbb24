import {describe, expect, test} from 'vitest'
import {validateContent} from './validateContent.ts'

const slug = (current: string) => ({_type: 'slug', current})
const topic = {_id: 'topic-a', _type: 'topic', label: 'Exercise', slug: slug('exercise')}

async function markersOf(...documents: {_id: string; _type: string; [field: string]: unknown}[]) {
  const markers = await validateContent({documents})
  return markers.map(({documentId, path, level, message}) => `${documentId} ${path} ${level}: ${message}`)
}

describe('validateContent', () => {
  test('finds nothing in a valid document, and does not change it', async () => {
    const before = structuredClone(topic)
    expect(await markersOf(topic)).toEqual([])
    expect(topic).toEqual(before)
  })

  test('asks for what is missing in the words of the field', async () => {
    expect(await markersOf({_id: 'g', _type: 'glossaryTerm', slug: slug('disc'), language: 'en'})).toEqual([
      'g term error: Give the term.',
      'g definition error: Explain the term.',
    ])
  })

  test('a slug is taken when another document of its type has it', async () => {
    const other = {...topic, _id: 'topic-b'}
    const pattern = {_id: 'c', _type: 'condition', slug: slug('exercise')}
    const markers = await markersOf(topic, other, pattern)
    expect(markers.filter((marker) => marker.includes('slug'))).toEqual([
      'topic-a slug error: Slug is already in use',
      'topic-b slug error: Slug is already in use',
    ])
  })

  test('a draft does not take the slug of its own published document', async () => {
    expect(await markersOf(topic, {...topic, _id: 'drafts.topic-a'})).toEqual([])
  })

  test('a reference must point at a document of the list', async () => {
    const reference = {_type: 'reference', _key: 'r', _ref: 'gone'}
    expect(await markersOf({...topic, broader: [reference]})).toEqual([
      'topic-a broader[_key=="r"] error: Referenced document must be published',
    ])
  })

  test('a reference must not point at its own document', async () => {
    const reference = {_type: 'reference', _key: 'r', _ref: 'topic-a'}
    expect(await markersOf({...topic, broader: [reference]})).toEqual([
      'topic-a broader[_key=="r"] error: This points at itself. Choose another.',
    ])
  })

  test('a value outside a closed list is an error', async () => {
    const term = {_id: 'g', _type: 'glossaryTerm', term: 'Disc', definition: 'A cushion.', slug: slug('disc')}
    expect(await markersOf({...term, language: 'tlh'})).toEqual([
      'g language error: Value "tlh" did not match any allowed values',
    ])
  })

  test('fields and types that the schema does not know are reported', async () => {
    expect(await markersOf({...topic, colour: 'red'}, {_id: 'x', _type: 'poem'})).toEqual([
      "topic-a colour warning: Field 'colour' does not exist on type 'topic'",
      'x  error: The schema has no document type "poem".',
    ])
  })

  test('a value of the wrong type is an error', async () => {
    expect(await markersOf({...topic, label: 5})).toContainEqual(
      'topic-a label error: Expected type "String", got "Number"',
    )
  })

  test('validates only the documents asked for, against all of them', async () => {
    const other = {...topic, _id: 'topic-b', broader: [{_type: 'reference', _key: 'r', _ref: 'topic-a'}]}
    const markers = await validateContent({documents: [topic, {...other, label: ''}], ids: ['topic-b']})
    expect(markers.map(({documentId, path}) => [documentId, path])).toEqual([
      ['topic-b', 'label'],
      ['topic-b', 'slug'],
    ])
  })

  test('an empty list of documents gives no markers', async () => {
    expect(await markersOf()).toEqual([])
  })
})
