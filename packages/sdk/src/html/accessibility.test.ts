import {sampleDocuments} from '@spine-center/sample'
import {HtmlValidate} from 'html-validate'
import {createElement, Fragment, type ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ArticleBody, CareCard, Glossary, Instructions, ReferenceList} from '../react/index.ts'
import {renderArticle} from '../react/renderArticle.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import {anyBody, anyOptions} from './anyBody.fixture.ts'
import {carePathwayToHtml} from './carePathwayToHtml.ts'
import {glossaryToHtml} from './glossaryToHtml.ts'
import {instructionsToHtml} from './instructionsToHtml.ts'
import {referencesToHtml} from './referencesToHtml.ts'
import {toHtml} from './toHtml.ts'

// Rules of WCAG and of HTML itself, as html-validate knows them. Layout of the source is not our matter.
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {'heading-level': 'error', 'no-trailing-whitespace': 'off'},
})

const formatReference = ({title}: {readonly title?: string | null | undefined}) => title

// Two warnings with one heading, and a heading or link of spaces, are for editors to mend; the sample has none.
const OF_CONTENT = /^(?:unique-landmark|empty-heading|wcag\/h30):/u

const content = createTestContent({documents: sampleDocuments})

/** What is wrong with a page that holds the markup, below headings of its own, as sentences. */
function faultsOf(markup: string, headingOffset = 0): readonly string[] {
  const above = Array.from({length: headingOffset}, (_one, at) => `<h${at + 2}>Part</h${at + 2}>`).join('')
  const page = `<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1>${above}${markup}</main></body></html>`
  return validator
    .validateStringSync(page)
    .results.flatMap(({messages}) => messages.map(({ruleId, message}) => `${ruleId}: ${message}`))
}

async function articles() {
  const {items} = await content.articles({limit: 1000})
  const found = await Promise.all(items.map(({slug}) => content.article(slug)))
  return found.filter((article) => article !== null)
}

const show = (...nodes: readonly ReactNode[]) => renderToStaticMarkup(createElement(Fragment, null, ...nodes))

describe('accessible markup', () => {
  it('is what the check looks for', () => {
    const planted = '<img src="a.png"><h4 id="a">Deep</h4><p id="a"></p>'
    const rules = faultsOf(planted).map((fault) => fault.split(':')[0])
    expect(rules).toEqual(expect.arrayContaining(['wcag/h37', 'heading-level', 'no-dup-id']))
  })

  it('is what every sample article becomes, as HTML and as elements', async () => {
    const all = await articles()
    expect(all.length).toBeGreaterThan(5)
    for (const article of all) {
      const {html, references, glossary} = toHtml(article.body, article)
      const whole = html + referencesToHtml(references, {formatReference}) + glossaryToHtml(glossary)
      expect([article.slug, faultsOf(whole)]).toEqual([article.slug, []])
      const found = renderArticle(article)
      const shown = show(
        createElement(ArticleBody, {article, key: 1}),
        createElement(ReferenceList, {references: found.references, formatReference, key: 2}),
        createElement(Glossary, {terms: found.glossary, key: 3}),
      )
      expect([article.slug, faultsOf(shown)]).toEqual([article.slug, []])
    }
  })

  it('is what care pathways and instructions become, and none of it is collapsed', async () => {
    const {items: pathways} = await content.carePathways()
    const {items: cards} = await content.exercises()
    const exercises = (await Promise.all(cards.map(({slug}) => content.exercise(slug)))).filter(
      (exercise) => exercise !== null,
    )
    expect(Math.min(pathways.length, exercises.length)).toBeGreaterThan(2)
    for (const pathway of pathways) {
      const both = [carePathwayToHtml(pathway, 2), show(createElement(CareCard, {pathway, level: 2}))]
      for (const markup of both) {
        expect([pathway.slug, faultsOf(markup)]).toEqual([pathway.slug, []])
        expect(markup).not.toMatch(/<details|hidden|display:\s*none/u)
      }
    }
    for (const exercise of exercises) {
      const both = [
        instructionsToHtml(exercise, 2).html,
        show(createElement(Instructions, {exercise, level: 2})),
      ]
      for (const markup of both) expect([exercise.slug, faultsOf(markup)]).toEqual([exercise.slug, []])
    }
  })

  it('is what any body becomes', () => {
    fc.assert(
      fc.property(anyBody, anyOptions, (body, options) => {
        const faults = faultsOf(toHtml(body, options).html, options.headingOffset)
        expect(faults.filter((fault) => !OF_CONTENT.test(fault))).toEqual([])
      }),
      {numRuns: 60},
    )
  })
})
