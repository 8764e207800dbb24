import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {anyBody, anyOptions} from './anyBody.fixture.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import type {HtmlOptions} from './htmlOptions.ts'
import {parseElements} from './parseHtml.fixture.ts'
import {shownCitations} from './shownCitations.ts'
import {toHtml} from './toHtml.ts'

const citations = [{_id: 'a', title: 'First'}, null, {_id: 'b', title: 'Second'}]

function paragraph(...ids: readonly (string | null)[]) {
  const children = ids.map((citation) => ({_type: 'citationRef' as const, citation}))
  return {_type: 'block' as const, children}
}

/** What a reader sees: where the numbers in the markup lead, once each in the order of the page. */
function targetsIn(body: readonly BodyBlock[], options: HtmlOptions): string[] {
  const links = parseElements(toHtml(body, options).html).filter(
    ({attributes}) => attributes['role'] === 'doc-biblioref',
  )
  return [...new Set(links.map(({attributes}) => attributes['href']?.slice(1) ?? ''))]
}

describe('the sources that a body shows', () => {
  it.each<[string, BodyBlock[], HtmlOptions, string[]]>([
    ['text', [paragraph('b'), paragraph('a', 'b')], {}, ['b', 'a']],
    ['a heading without words', [{...paragraph('b'), style: 'h2'}], {}, ['b']],
    [
      'lists within lists',
      [
        {...paragraph('b'), listItem: 'bullet'},
        {...paragraph('a'), listItem: 'number', level: 2},
      ],
      {},
      ['b', 'a'],
    ],
    ['what is not published', [paragraph('x', null, 'a')], {}, ['a']],
    [
      'a figure shown large',
      [{_type: 'pullStat', claimKey: 'c', value: '1'}],
      {
        claims: [
          {
            _key: 'c',
            evidence: [
              {citation: 'a', stance: 'contradicts'},
              {citation: 'b', stance: 'supports'},
            ],
          },
        ],
      },
      ['b'],
    ],
    [
      'answers, of those questions that are shown with one',
      [{_type: 'faqList', faqKeys: ['open', 'q']}],
      {
        faqs: [
          {_key: 'other', question: '?', answer: [paragraph('a')]},
          {_key: 'q', question: '?', answer: [paragraph('b')]},
          {_key: 'open', question: '?', status: 'unanswered', answer: [paragraph('a')]},
        ],
      },
      ['b'],
    ],
  ])('of %s', (_name, body, options, ids) => {
    const shown = shownCitations(body, {...options, citations})
    expect(shown.map(({citation}) => citation._id)).toEqual(ids)
    expect(shown.map(({anchor}) => anchor)).toEqual(targetsIn(body, {...options, citations}))
  })

  it('keep their ids whatever headings say', () => {
    const heading: BodyBlock = {
      _type: 'block',
      style: 'h2',
      children: [{_type: 'span', text: 'Reference 1'}],
    }
    const {headings, references} = toHtml([heading, paragraph('a')], {citations})
    expect(references.map(({anchor}) => anchor)).toEqual(['reference-1'])
    expect(headings.map(({anchor}) => anchor)).toEqual(['reference-1-2'])
  })

  it('are those that the markup numbers, in its order, whatever the content says', () => {
    fc.assert(
      fc.property(anyBody, anyOptions, fc.constantFrom('', 'p-'), (body, given, idPrefix) => {
        const options = {...given, idPrefix}
        const shown = shownCitations(body, options, idPrefix)
        expect(shown.map(({anchor}) => anchor)).toEqual(targetsIn(body, options))
        const {references} = toHtml(body, options)
        expect(references).toEqual(shown.map((one, index) => ({...one, uses: references[index]?.uses})))
        expect(references.filter(({uses}) => uses.length === 0)).toEqual([])
      }),
      {numRuns: 300},
    )
  })
})
