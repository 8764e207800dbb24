import {describe, expect, it} from 'vitest'
import {glossaryToHtml} from './glossaryToHtml.ts'
import {html} from './html.ts'
import {parseElements, parseText} from './parseHtml.fixture.ts'
import {referencesToHtml} from './referencesToHtml.ts'

const trial = {_id: 'a', title: 'A <trial>', state: 'retracted'}
const references = [{number: 1, citation: trial, anchor: 'reference-1', uses: ['cited-1-1', 'cited-1-2']}]

describe('referencesToHtml', () => {
  it('gives each source a place, its state, and a way back to each use', () => {
    const list = referencesToHtml(references, {formatReference: ({title}) => title})
    expect(parseText(list)).toBe('A <trial> Retracted. ↩ 1 2')
    const elements = parseElements(list)
    expect(elements.find(({name}) => name === 'li')?.attributes).toMatchObject({
      id: 'reference-1',
      value: '1',
    })
    const back = elements.filter(({name}) => name === 'a')
    expect(back.map(({attributes}) => attributes['href'])).toEqual(['#cited-1-1', '#cited-1-2'])
    expect(back.map(({attributes}) => attributes['aria-label'])).toEqual([
      '1. Back to where reference 1 is used',
      '2. Back to where reference 1 is used',
    ])
  })

  it('lets the style of the page use markup', () => {
    const list = referencesToHtml(references, {formatReference: ({title}) => html`<i>${title}</i>`})
    expect(list).toContain('<i>A &lt;trial&gt;</i>')
  })

  it('is nothing without references', () => {
    expect(referencesToHtml([], {formatReference: () => 'x'})).toBe('')
    expect(glossaryToHtml([])).toBe('')
  })

  it.each([
    ['current', ''],
    ['corrected', 'Corrected since publication.'],
    ['expression-of-concern', 'The publisher has voiced concern.'],
    ['superseded', 'Superseded.'],
    [null, ''],
  ])('says the state %j', (state, expected) => {
    const one = [{number: 1, citation: {_id: 'a', state}, anchor: 'r', uses: []}]
    expect(parseText(referencesToHtml(one, {formatReference: () => ''}))).toBe(expected)
  })
})

describe('glossaryToHtml', () => {
  it('explains a term and leads back to it', () => {
    const list = glossaryToHtml([
      {term: 'Core', definition: 'Trunk.', anchor: 'term-core', uses: ['explained-core', 'b']},
    ])
    expect(parseText(list)).toBe('Core Trunk. ↩')
    expect(parseElements(list).find(({name}) => name === 'a')?.attributes['href']).toBe('#explained-core')
  })
})
