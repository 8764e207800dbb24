import {createElement, Fragment} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {describe, expect, it} from 'vitest'
import {ArticleEnd} from '../react/ArticleEnd.ts'
import {ArticleTop} from '../react/ArticleTop.ts'
import {articleEndToHtml} from './articleEndToHtml.ts'
import type {CarePathway, Disclaimer} from './articleParts.ts'
import {articleTopToHtml} from './articleTopToHtml.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import type {ArticleContext} from './htmlOptions.ts'
import {parseElements, parseText} from './parseHtml.fixture.ts'
import {toHtml} from './toHtml.ts'

const pathway = (urgency: NonNullable<CarePathway['urgency']>): CarePathway => ({
  _id: urgency,
  heading: `Signs that are ${urgency}`,
  urgency,
  action: {text: 'Call.', contactKind: urgency === 'immediate' ? 'emergency-services' : 'clinic'},
})
const disclaimer: Disclaimer = {_id: 'd', text: 'No clinic stands behind it.', placement: 'bottom'}
const article: ArticleContext = {
  carePathways: [pathway('non-urgent'), null, pathway('immediate'), pathway('urgent'), pathway('immediate')],
  disclaimer,
  exercises: [
    {_id: 'hinge', title: 'Hip hinge', slug: 'hip-hinge'},
    {_id: 'sit-up', title: 'Sit-up', slug: 'sit-up'},
  ],
  recommends: [{exercise: 'hinge', caution: 'Slowly.'}],
  discourages: [{exercise: 'sit-up', reason: 'It bends the back.', noAlternativeReason: 'Rest.'}],
}
const NOTHING: readonly BodyBlock[] = []
const endOf = (body: readonly BodyBlock[], changes: ArticleContext = {}) => {
  const whole = {...article, ...changes}
  return articleEndToHtml(whole, toHtml(body, whole), {emergencyPhone: '911'})
}
const headingsIn = (html: string) =>
  parseElements(html).flatMap(({name, text}) => (/^h\d$/u.test(name) ? [`${name} ${text}`] : []))

const outline = (html: string) => parseElements(html).map(({name, attributes}) => [name, attributes])

describe('the end of an article', () => {
  it('shows what its body does not, care pathways last and the most urgent of them first', () => {
    const {html, headings, problems} = endOf(NOTHING)
    expect(headingsIn(html)).toEqual([
      'h2 Exercises to try',
      'h2 Exercises to leave out',
      'h2 About this content',
      'h2 When to get help',
      'h3 Immediate action required: Signs that are immediate',
      'h3 Urgent advice: Signs that are urgent',
      'h3 Non-urgent advice: Signs that are non-urgent',
    ])
    expect(parseText(html)).toContain('Sit-up Why: It bends the back.')
    expect(parseText(html)).toContain('Call 911')
    expect(headings).toEqual([{level: 2, text: 'When to get help', anchor: 'end-when-to-get-help'}])
    expect(parseElements(html).map(({name}) => name)).not.toContain('details')
    expect(problems).toEqual([])
  })

  it('leaves out what the body shows', () => {
    const body: BodyBlock[] = [
      {_type: 'exerciseCard', exercise: 'hinge'},
      {_type: 'exerciseList', intent: 'discourage', exercises: ['sit-up']},
      {_type: 'carePathwayRef', carePathway: 'immediate'},
      {_type: 'disclaimerRef', disclaimer},
    ]
    expect(headingsIn(endOf(body).html)).toEqual([
      'h2 When to get help',
      'h3 Urgent advice: Signs that are urgent',
      'h3 Non-urgent advice: Signs that are non-urgent',
    ])
  })

  it('is nothing when there is nothing left', () => {
    const bare = {carePathways: null, exercises: null, recommends: null, discourages: null}
    expect(endOf(NOTHING, {...bare, disclaimer: {...disclaimer, placement: 'top'}}).html).toBe('')
  })

  it('reports a disclaimer that is not published, and a number to call that nobody gave', () => {
    const {problems} = articleEndToHtml({...article, disclaimer: null}, toHtml([], {}))
    expect(problems).toMatchObject([
      {code: 'missing-document', blockType: 'article'},
      {code: 'missing-phone', message: expect.stringContaining('`emergencyPhone`')},
    ])
  })

  it('goes down with the headings of its page, and keeps its ids apart', () => {
    const settings = {headingOffset: 1, idPrefix: 'a-'}
    const {html} = articleEndToHtml(article, toHtml([], article), settings)
    expect(headingsIn(html)).toContain('h3 When to get help')
    const ids = parseElements(html).flatMap(({attributes}) => attributes['id'] ?? [])
    expect(ids.filter((id) => !id.startsWith('a-end-'))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a disclaimer', () => {
  const card: BodyBlock = {_type: 'exerciseCard', exercise: 'hinge'}
  const places = (placement: Disclaimer['placement'], body: readonly BodyBlock[]) => {
    const whole = {...article, disclaimer: {...disclaimer, placement}}
    const shown = toHtml(body, whole)
    return [articleTopToHtml(whole), shown.html, articleEndToHtml(whole, shown).html].map((html) =>
      html.includes('No clinic stands behind it.'),
    )
  }

  it.each<[Disclaimer['placement'], readonly BodyBlock[], readonly boolean[]]>([
    ['top', [card], [true, false, false]],
    ['bottom', [card], [false, false, true]],
    [null, [card], [false, false, true]],
    ['with-exercise', [card], [false, true, false]],
    ['with-exercise', [], [false, false, true]],
    ['bottom', [{_type: 'disclaimerRef', disclaimer}], [false, true, false]],
    // Another one in the text does not take its place.
    ['bottom', [{_type: 'disclaimerRef', disclaimer: {_id: 'x', text: 'Other.'}}], [false, false, true]],
  ])('that stands %s, with the body %j, is above, within, below: %j', (placement, body, expected) => {
    expect(places(placement, body)).toEqual(expected)
  })
})

describe('as React elements', () => {
  const whole = {...article, disclaimer: {...disclaimer, placement: 'top' as const}}
  const {shown} = toHtml([], whole)

  it('both are the same as in HTML', () => {
    const settings = {emergencyPhone: '911', now: new Date('2026-11-24T12:00:00Z')}
    const elements = createElement(
      Fragment,
      null,
      createElement(ArticleTop, {article: whole, ...settings}),
      createElement(ArticleEnd, {article: whole, shown, emergencyPhone: '911'}),
    )
    const html = articleTopToHtml(whole, settings) + articleEndToHtml(whole, {shown}, settings).html
    const markup = renderToStaticMarkup(elements)
    expect(outline(markup)).toEqual(outline(html))
    expect(parseText(markup).replaceAll(' ', '')).toBe(parseText(html).replaceAll(' ', ''))
  })

  it('hand links to the component of the site', () => {
    const elements = {a: () => createElement('b', null, 'own link')}
    const markup = renderToStaticMarkup(createElement(ArticleEnd, {article: whole, shown, elements}))
    expect(markup).toContain('<b>own link</b>')
    expect(markup).not.toContain('href="/exercises')
  })
})
