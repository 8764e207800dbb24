import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseElements} from '../html/parseHtml.fixture.ts'
import type {JsonLdGraph} from './graph.ts'
import {toScript, toScriptText} from './toScript.ts'

const hostile = fc.constantFrom(
  '</script>',
  '</SCRIPT\n>',
  '<!--<script>',
  ']]>',
  '-->',
  '<script>alert(1)</script>',
  '\u2028\u2029',
  '&lt;/script&gt;',
  '\\u003c/script>',
)
const words = fc
  .array(fc.oneof(hostile, fc.string({unit: 'binary'})), {maxLength: 4})
  .map((all) => all.join(''))
const graph = fc.record({name: words, publisher: words}).map(({name, publisher}): JsonLdGraph => ({
  '@context': 'https://schema.org',
  '@graph': [
    {'@type': 'Organization', name},
    {'@type': 'Person', name: publisher},
  ],
}))

describe('toScript', () => {
  it('is one element whatever the content says, and reads as it was', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const source = toScript(given)
        expect(parseElements(`${source}<p>after</p>`).map(({name}) => name)).toEqual(['script', 'p'])
        const text = toScriptText(given)
        expect(source).toBe(`<script type="application/ld+json">${text}</script>`)
        expect(text).not.toMatch(/[<>&\u2028\u2029]/u)
        expect(JSON.parse(text)).toEqual(given)
      }),
      {numRuns: 500},
    )
  })

  it('puts several documents into one', () => {
    fc.assert(
      fc.property(graph, graph, (one, two) => {
        expect(JSON.parse(toScriptText(one, two))).toEqual({
          '@context': 'https://schema.org',
          '@graph': [...one['@graph'], ...two['@graph']],
        })
      }),
    )
  })
})
