import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {describe, expect, it} from 'vitest'
import {checkGraph} from './checkGraph.fixture.ts'
import {readVocabulary} from './vocabulary.fixture.ts'

const require = createRequire(import.meta.url)
const vocabulary = readVocabulary(readFileSync(require.resolve('@vocabulary/schema/schema.nq'), 'utf8'))

describe('the checker', () => {
  it.each([
    ['no class', {'@type': 'ExercisePlans'}],
    ['no property', {'@type': 'Person', nome: 'x'}],
    ['a foreign property', {'@type': 'ExercisePlan', contraindication: 'x'}],
    ['a text that is no date', {'@type': 'WebPage', lastReviewed: 'yesterday'}],
    ['a path that is no address', {'@type': 'WebPage', url: '/a'}],
    ['a node of the wrong class', {'@type': 'WebPage', reviewedBy: {'@type': 'Book', name: 'x'}}],
    ['a node that is not there', {'@type': 'WebPage', reviewedBy: {'@id': '#nobody'}}],
    ['a null', {'@type': 'WebPage', name: null}],
    ['a superseded term', {'@type': 'Person', colleagues: 'https://example.org/'}],
    ['an inner node', {'@type': 'WebPage', about: {'@type': 'Thing', isbn: '1'}}],
  ])('finds %s', (_name, node) => {
    const graph = {'@context': 'https://schema.org', '@graph': [node]}
    expect(checkGraph(graph, vocabulary)).toHaveLength(1)
  })
})
