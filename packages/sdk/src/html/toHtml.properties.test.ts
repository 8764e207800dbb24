import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {anyBody as body, anyOptions as options} from './anyBody.fixture.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import {glossaryToHtml} from './glossaryToHtml.ts'
import type {HtmlOptions} from './htmlOptions.ts'
import {parseElements, parseText} from './parseHtml.fixture.ts'
import {referencesToHtml} from './referencesToHtml.ts'
import {toHtml} from './toHtml.ts'

const ELEMENTS = new Set(
  'a blockquote br caption dd dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 img li ol p section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'alt aria-label aria-labelledby class decoding height href id loading role scope sizes src srcset tabindex value width'.split(
    ' ',
  ),
)
const URL_START = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/iu
const OWN_LINK = /^#(?:reference|cited|term|explained)-/u

function whole(blocks: readonly BodyBlock[], given: HtmlOptions) {
  const result = toHtml(blocks, given)
  const references = referencesToHtml(result.references, {formatReference: ({title}) => title})
  return {...result, html: result.html + references + glossaryToHtml(result.glossary)}
}

describe('whatever the content says', () => {
  it('makes no element, attribute or address of its own', () => {
    fc.assert(
      fc.property(body, options, (blocks, given) => {
        const elements = parseElements(whole(blocks, given).html)
        expect(elements.filter(({name}) => !ELEMENTS.has(name))).toEqual([])
        const attributes = elements.flatMap((element) => Object.entries(element.attributes))
        expect(attributes.filter(([name]) => !ATTRIBUTES.has(name))).toEqual([])
        const urls = attributes.filter(([name]) => name === 'href' || name === 'src')
        expect(urls.filter(([, url]) => !URL_START.test(url))).toEqual([])
      }),
      {numRuns: 300},
    )
  })

  it('has unique ids, links that lead somewhere, and no link within a link', () => {
    fc.assert(
      fc.property(body, options, (blocks, given) => {
        const elements = parseElements(whole(blocks, given).html)
        const ids = elements.flatMap(({attributes}) => attributes['id'] ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        expect(elements.filter(({name, parents}) => name === 'a' && parents.includes('a'))).toEqual([])
        const targets = elements.flatMap(({attributes: {href = '', 'aria-labelledby': label = null}}) => [
          ...(OWN_LINK.test(href) ? [href.slice(1)] : []),
          ...(label === null ? [] : [label]),
        ])
        expect(targets.filter((target) => !ids.includes(target))).toEqual([])
      }),
      {numRuns: 200},
    )
  })

  it('has headings that never skip a level', () => {
    fc.assert(
      fc.property(body, options, (blocks, given) => {
        const levels = parseElements(toHtml(blocks, given).html).flatMap(({name}) =>
          /^h\d$/u.test(name) ? [Number(name.slice(1))] : [],
        )
        const top = 1 + (given.headingOffset ?? 0)
        expect(levels.filter((level, index) => level > (levels[index - 1] ?? top) + 1)).toEqual([])
      }),
      {numRuns: 200},
    )
  })

  it('keeps the words of a paragraph', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        const {html} = toHtml([{_type: 'block', children: [{_type: 'span', text}]}])
        expect(parseText(html)).toBe(text.replaceAll(/\s+/gu, ' ').trim())
      }),
    )
  })

  it('gives the same result again and leaves its input as it was', () => {
    fc.assert(
      fc.property(body, options, (blocks, given) => {
        const before = structuredClone([blocks, given])
        expect(toHtml(blocks, given)).toEqual(toHtml(blocks, given))
        expect([blocks, given]).toEqual(before)
      }),
      {numRuns: 50},
    )
  })
})
