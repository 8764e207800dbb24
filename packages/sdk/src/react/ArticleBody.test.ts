import * as fc from 'fast-check'
import {createElement, Fragment, type ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {sampleDocuments} from '@spine-center/sample'
import {describe, expect, it} from 'vitest'
import {anyBody, anyOptions} from '../html/anyBody.fixture.ts'
import {carePathwayToHtml} from '../html/carePathwayToHtml.ts'
import {figureToHtml} from '../html/figureToHtml.ts'
import {glossaryToHtml} from '../html/glossaryToHtml.ts'
import type {HtmlProblem} from '../html/htmlOptions.ts'
import {instructionsToHtml} from '../html/instructionsToHtml.ts'
import {parseElements} from '../html/parseHtml.fixture.ts'
import {referencesToHtml} from '../html/referencesToHtml.ts'
import {toHtml} from '../html/toHtml.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import {ArticleBody} from './ArticleBody.ts'
import type {BlockComponents, ImageProps} from './articleComponents.ts'
import {CareCard} from './CareCard.ts'
import {Figure} from './Figure.ts'
import {Glossary} from './Glossary.ts'
import {Instructions} from './Instructions.ts'
import {ReferenceList} from './ReferenceList.ts'
import {renderArticle} from './renderArticle.ts'

const content = createTestContent({documents: sampleDocuments})
const slug = 'exercising-with-back-pain'
const show = (node: ReactNode) => renderToStaticMarkup(createElement(Fragment, null, node))
const formatReference = ({title}: {readonly title?: string | null | undefined}) => title

const Frame = ({children}: {readonly children?: ReactNode}) => children
const SiteLink = ({href, children}: {readonly href: string; readonly children?: ReactNode}) =>
  createElement('b', {title: href}, children)
const Picture = ({src, alt}: ImageProps) => createElement('picture', {title: alt}, src)
const Aside = (props: {
  readonly block: {readonly severity?: string | null | undefined}
  readonly children?: ReactNode
}) => createElement('aside', {title: props.block.severity ?? ''}, props.children)

async function sampleArticle() {
  const article = await content.article(slug)
  if (!article) throw new Error(`The sample has no article ${slug}.`)
  return article
}

describe('the sample article', () => {
  it('is the same as elements and as HTML, references and glossary included', async () => {
    const article = await sampleArticle()
    const {html, references, glossary} = toHtml(article.body, article)
    const found = renderArticle(article)
    const shown = show([
      createElement(ArticleBody, {article, key: 1}),
      createElement(ReferenceList, {references: found.references, formatReference, key: 2}),
      createElement(Glossary, {terms: found.glossary, key: 3}),
    ])
    const expected = html + referencesToHtml(references, {formatReference}) + glossaryToHtml(glossary)
    expect(parseElements(shown)).toEqual(parseElements(expected))
    expect(references.length).toBeGreaterThan(2)
    expect(parseElements(shown).filter(({name}) => name === 'details')).toEqual([])
    expect(shown).toContain('care-card--immediate')
  })

  it('gives the same elements each time it is rendered', async () => {
    const article = await sampleArticle()
    const body = createElement(ArticleBody, {article})
    expect(show(body)).toBe(show(body))
  })

  it('has care cards and instructions for pages of their own', async () => {
    const article = await sampleArticle()
    for (const pathway of article.carePathways) {
      const shown = show(createElement(CareCard, {pathway, level: 2, emergencyPhone: '911'}))
      expect(parseElements(shown)).toEqual(
        parseElements(carePathwayToHtml(pathway, 2, {emergencyPhone: '911'})),
      )
    }
    for (const exercise of article.exercises) {
      const shown = show(createElement(Instructions, {exercise, level: 2}))
      expect(parseElements(shown)).toEqual(parseElements(instructionsToHtml(exercise, 2).html))
    }
    expect(article.exercises.length * article.carePathways.length).toBeGreaterThan(0)
  })
})

describe('problems', () => {
  const figure = {image: {asset: {url: 'https://img.example/a.png', width: 900, height: 600}}}
  const exercise = {_id: 'e', steps: [{text: 'Stand.', figure}]}

  it('are told while elements are made, as while HTML is', () => {
    const told: HtmlProblem[] = []
    const onProblem = (problem: HtmlProblem) => void told.push(problem)
    show(createElement(Instructions, {exercise, level: 2, onProblem}))
    show(createElement(Figure, {figure, onProblem}))
    show(createElement(ArticleBody, {article: {body: [{_type: 'figure', ...figure}]}, onProblem}))
    expect(told.map(({code, blockType}) => [code, blockType])).toEqual([
      ['missing-alt', 'exercise'],
      ['missing-alt', 'figure'],
      ['missing-alt', 'figure'],
    ])
    expect(told.slice(0, 1)).toEqual(instructionsToHtml(exercise, 2).problems)
    const fromHtml: HtmlProblem[] = []
    figureToHtml(figure, {onProblem: (problem) => void fromHtml.push(problem)})
    expect(told.slice(1, 2)).toEqual(fromHtml)
  })
})

describe('a figure', () => {
  const asset = {url: 'https://img.example/a.png?a=1&b="2"', width: 900, height: 600}
  it.each([
    [null],
    [{image: {asset: null}, alt: 'x'}],
    [
      {
        image: {asset, crop: {right: 0.5}, hotspot: {x: 0.1, y: 0.5}},
        alt: '<b> & "x"',
        caption: 'Out & about',
      },
    ],
    [{image: {asset: {...asset, mimeType: 'image/svg+xml'}}, decorative: true}],
  ])('is the same as elements and as HTML: %j', (figure) => {
    const shown = show(createElement(Figure, {figure, imageSizes: '50vw'}))
    expect(parseElements(shown)).toEqual(parseElements(figureToHtml(figure, {imageSizes: '50vw'})))
  })

  it('has pictures of the page in its place', () => {
    const figure = {image: {asset}, alt: 'A walk'}
    expect(show(createElement(Figure, {figure, elements: {img: Picture}}))).toContain(
      '<picture title="A walk">',
    )
  })
})

describe('any body', () => {
  it('is the same as elements and as HTML', () => {
    fc.assert(
      fc.property(anyBody, anyOptions, (body, options) => {
        const {html, ...rest} = toHtml(body, options)
        const {headingOffset = 0} = options
        const {body: elements, ...found} = renderArticle({...options, body}, {headingOffset})
        expect(parseElements(show(elements))).toEqual(parseElements(html))
        expect(found).toEqual(rest)
      }),
      {numRuns: 300},
    )
  })

  it('is the same when every block that may be framed is framed', () => {
    const blocks = {
      exerciseCard: Frame,
      exerciseList: Frame,
      warning: Frame,
      figure: Frame,
      tableBlock: Frame,
      pullStat: Frame,
      faqList: Frame,
      disclaimerRef: Frame,
    }
    fc.assert(
      fc.property(anyBody, anyOptions, (body, options) => {
        const framed = show(renderArticle({...options, body}, {blocks}).body)
        expect(framed).toBe(show(renderArticle({...options, body}).body))
      }),
      {numRuns: 100},
    )
  })
})

describe('components of the page', () => {
  const block = {_type: 'warning', severity: 'caution', heading: 'Slowly', text: 'Not too fast.'} as const
  const linked = {
    _type: 'block' as const,
    children: [{_type: 'span' as const, text: 'here', marks: ['l']}],
    markDefs: [{_type: 'link' as const, _key: 'l', href: '/a'}],
  }

  it('take the place of elements', () => {
    expect(show(createElement(ArticleBody, {article: {body: [linked]}, elements: {a: SiteLink}}))).toBe(
      '<p><b title="/a">here</b></p>',
    )
  })

  it('are given the block and how it is shown otherwise', () => {
    const shown = show(
      createElement(ArticleBody, {article: {body: [linked, block]}, blocks: {warning: Aside}}),
    )
    expect(parseElements(shown).map(({name}) => name)).toEqual(['p', 'a', 'aside', 'div', 'h2', 'p'])
    expect(shown).toContain('<aside title="caution">')
  })

  it('cannot frame care pathways', () => {
    // @ts-expect-error -- care pathways stay as they are
    const blocks: BlockComponents = {carePathwayRef: () => null}
    const pathway = {_id: 'p', heading: 'Numb between the legs', urgency: 'immediate'} as const
    const body = [{_type: 'carePathwayRef', carePathway: 'p'}] as const
    const shown = show(renderArticle({body, carePathways: [pathway]}, {blocks}).body)
    expect(shown).toContain('Numb between the legs')
  })
})
