import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {sampleDocuments} from '@spine-center/sample'
import {describe, expect, it} from 'vitest'
import type {Article, Exercise} from '../content/results.ts'
import {parseElements, parseText} from '../html/parseHtml.fixture.ts'
import {toHtml} from '../html/toHtml.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import {articleJsonLd} from './articleJsonLd.ts'
import {breadcrumbJsonLd} from './breadcrumbJsonLd.ts'
import {checkGraph} from './checkGraph.fixture.ts'
import {exerciseJsonLd} from './exerciseJsonLd.ts'
import type {JsonLdGraph} from './graph.ts'
import {organizationJsonLd} from './organizationJsonLd.ts'
import {personJsonLd} from './personJsonLd.ts'
import {toScript} from './toScript.ts'
import {readVocabulary} from './vocabulary.fixture.ts'

const require = createRequire(import.meta.url)
const vocabulary = readVocabulary(readFileSync(require.resolve('@vocabulary/schema/schema.nq'), 'utf8'))
const content = createTestContent({documents: sampleDocuments})
const url = 'https://clinic.example/page'
const now = new Date('2026-11-24T12:00:00Z')

async function sample(): Promise<{article: Article; exercise: Exercise; exercises: readonly Exercise[]}> {
  const article = await content.article('exercising-with-back-pain')
  const {items} = await content.exercises()
  const all = await Promise.all(items.map(({slug}) => content.exercise(slug)))
  const exercises = all.filter((exercise) => exercise !== null)
  const [exercise] = exercises
  if (!article || !exercise) throw new Error('The sample lacks an article or an exercise.')
  return {article, exercise, exercises}
}

function nodeOf(graph: JsonLdGraph, type: string) {
  return graph['@graph'].find((node) => node['@type'] === type)
}

describe('sample content', () => {
  it('gives articles that schema.org allows', async () => {
    const {article} = await sample()
    const publisher = (await content.settings())?.organization ?? null
    const graph = articleJsonLd(article, {url, now, publisher})
    expect(checkGraph(graph, vocabulary)).toEqual([])
    expect(nodeOf(graph, 'ScholarlyArticle')).toBeDefined()
    expect(nodeOf(graph, 'FAQPage')).toBeDefined()
  })

  it('gives exercises that schema.org allows, with and without rules', async () => {
    const {exercises} = await sample()
    const {items: contraindications} = await content.contraindications()
    expect(exercises.length * contraindications.length).toBeGreaterThan(0)
    for (const exercise of exercises) {
      for (const rules of [[], contraindications]) {
        const graph = exerciseJsonLd(exercise, {url, now, contraindications: rules})
        expect(checkGraph(graph, vocabulary)).toEqual([])
      }
    }
  })

  it('gives people, the clinic and breadcrumbs that schema.org allows', async () => {
    const {items} = await content.people()
    expect(items.length).toBeGreaterThan(0)
    for (const {slug} of items) {
      const person = await content.person(slug)
      expect(person && checkGraph(personJsonLd(person, {url, now}), vocabulary)).toEqual([])
    }
    const organization = (await content.settings())?.organization
    if (!organization) throw new Error('The sample has no organization.')
    expect(checkGraph(organizationJsonLd(organization, {url}), vocabulary)).toEqual([])
    const steps = [{name: 'Articles', url}]
    expect(checkGraph(breadcrumbJsonLd(steps), vocabulary)).toEqual([])
  })

  it('gives reviewed articles that schema.org allows', async () => {
    const {article} = await sample()
    const review = {
      _key: 'r',
      role: 'PT',
      scope: 'clinical',
      outcome: 'approved',
      nextDue: '2027-06-01',
    } as const
    const by = article.people[0]?._id ?? ''
    const reviews = [{...review, by, at: '2026-06-01T12:00:00Z'}]
    const graph = articleJsonLd({...article, reviews}, {url, now})
    expect(JSON.stringify(graph)).toContain('"reviewedBy"')
    expect(checkGraph(graph, vocabulary)).toEqual([])
  })

  it('says nothing that the page does not show', async () => {
    const {article} = await sample()
    const {html, references} = toHtml(article.body, article)
    const graph = articleJsonLd(article, {url, now})
    const text = parseText(html.replaceAll(/<sup class="citation">.*?<\/sup>/gsu, ''))
    const questions = graph['@graph'].flatMap((node) => (node['@type'] === 'FAQPage' ? node.mainEntity : []))
    expect(questions.length).toBeGreaterThan(0)
    for (const {name, acceptedAnswer} of questions) {
      expect(text).toContain(name)
      for (const paragraph of acceptedAnswer.text.split('\n\n')) expect(text).toContain(paragraph)
    }
    const cited = graph['@graph'].flatMap((node) => ('citation' in node ? (node.citation ?? []) : []))
    expect(cited).toEqual(references.map(({anchor}) => ({'@id': `${url}#${anchor}`})))
    expect(article.citations.length).toBeGreaterThan(references.length - 1)
  })

  it('names the sources of every article as its page does', async () => {
    const {items} = await content.articles()
    const articles = await Promise.all(items.map(({slug}) => content.article(slug)))
    const all = articles.filter((article) => article !== null)
    const references = all.map((article) => toHtml(article.body, article).references)
    expect(all.map((article) => articleJsonLd(article, {url, now}))).toEqual(
      all.map((article, index) => articleJsonLd(article, {url, now, references: references[index] ?? []})),
    )
    expect(references.filter(({length}) => length > 0).length).toBeGreaterThan(0)
  })
})

describe('exercises', () => {
  const stated = {
    _type: 'dosage',
    _key: 'a',
    confidence: 'stated',
    reps: {min: 8, max: 12, unit: 'rep'},
  } as const

  it('give the amounts that a source states, and no others', async () => {
    const {exercise} = await sample()
    const dosages = [
      {...stated, frequency: {min: 3, per: 'week'} as const, restSeconds: {min: 60, max: 60}},
      {...stated, _key: 'b', confidence: 'assumed' as const, holdSeconds: {min: 30}},
    ]
    const graph = exerciseJsonLd({...exercise, dosages}, {url, now})
    expect(checkGraph(graph, vocabulary)).toEqual([])
    const plan = nodeOf(graph, 'ExercisePlan')
    expect(plan).toMatchObject({
      repetitions: {minValue: 8, maxValue: 12, unitText: 'rep'},
      restPeriods: {value: 60, unitCode: 'SEC'},
      activityFrequency: '3 times a week',
    })
    expect(JSON.stringify(plan)).not.toContain('30 seconds')
  })

  it('write amounts in the words of the page', async () => {
    const {exercise} = await sample()
    const dosages = [{...stated, frequency: {min: 3, per: 'week'} as const}]
    const labels = {language: 'es', 'dosage.amount': 'Cantidad', 'per.week.other': '{count} veces por semana'}
    expect(nodeOf(exerciseJsonLd({...exercise, dosages}, {url, now, labels}), 'ExercisePlan')).toMatchObject({
      activityFrequency: '3 veces por semana',
      additionalVariable: ['Cantidad: 8 to 12 repetitions'],
    })
  })

  it('give several amounts as plans of their own', async () => {
    const {exercise} = await sample()
    const dosages = [
      {...stated, label: 'To begin with'},
      {...stated, _key: 'b', label: 'Later'},
    ]
    const graph = exerciseJsonLd({...exercise, dosages}, {url, now})
    expect(checkGraph(graph, vocabulary)).toEqual([])
    expect(JSON.stringify(graph)).toContain('"name":"Later"')
  })

  it('are therapies where rules speak against them, which precautions do not', async () => {
    const {exercise} = await sample()
    const rule = {title: 'Thin bones', rationale: 'Bending loads the front of the vertebrae.'}
    const withRule = (severity: 'absolute' | 'precaution') =>
      exerciseJsonLd(exercise, {url, now, contraindications: [{...rule, severity}]})['@graph'][1]
    expect(withRule('absolute')).toMatchObject({
      '@type': ['ExercisePlan', 'PhysicalTherapy'],
      contraindication: [{name: 'Thin bones'}],
    })
    expect(withRule('precaution')?.['@type']).toBe('ExercisePlan')
  })

  it('are none once they are no longer in use: the page stays', async () => {
    const {exercise} = await sample()
    const retired = {...exercise, retirement: {reason: 'Out of use.', replacedBy: null}}
    const graph = exerciseJsonLd(retired, {url, now})
    expect(checkGraph(graph, vocabulary)).toEqual([])
    expect(graph['@graph'].map((node) => node['@type'])).toEqual(['MedicalWebPage'])
    expect(JSON.stringify(graph)).not.toContain('#exercise')
  })

  it('are therapies only from the day on which a rule holds', async () => {
    const {exercise} = await sample()
    const rule = {title: 'Thin bones', rationale: 'It bends the spine.', severity: 'absolute' as const}
    const typeAt = (effectiveFrom: string | null, instant: string) =>
      exerciseJsonLd(exercise, {
        url,
        now: new Date(instant),
        contraindications: [{...rule, effectiveFrom}],
      })['@graph'][1]?.['@type']
    const both = ['ExercisePlan', 'PhysicalTherapy']
    expect(typeAt('2026-11-25', '2026-11-24T23:59:59.999Z')).toBe('ExercisePlan')
    expect(typeAt('2026-11-25', '2026-11-25T00:00:00Z')).toEqual(both)
    expect(typeAt(null, '2026-11-24T23:59:59Z')).toEqual(both)
  })
})

describe('hostile content', () => {
  const hostile = '</script><script>alert(1)</script><!-- \u2028 &'

  it('stays text wherever it stands, and no address that is not one is given', async () => {
    const {article} = await sample()
    const attacked = attack(article)
    const graph = articleJsonLd(attacked, {url, now})
    const source = toScript(graph)
    expect(parseElements(source).map(({name}) => name)).toEqual(['script'])
    expect(source.match(/<\/script/giu)).toHaveLength(1)
    expect(JSON.stringify(graph)).toContain(hostile.slice(0, 9))
    expect(JSON.stringify(graph)).not.toContain('"javascript:')
  })

  function attack(article: Article): Article {
    const people = article.people.map((person) => ({
      ...person,
      name: {given: hostile, family: hostile},
      profileUrl: 'javascript:alert(1)',
    }))
    const citations = article.citations.map((citation) => ({
      ...citation,
      title: hostile,
      containerTitle: hostile,
      identifiers: {url: 'javascript:alert(1)'},
    }))
    const faqs = (article.faqs ?? []).map((faq) => ({
      ...faq,
      question: hostile,
      answer: null,
      shortAnswer: hostile,
    }))
    return {...article, title: hostile, summary: hostile, people, citations, faqs}
  }
})

describe('addresses', () => {
  it('are whole ones', async () => {
    const {article} = await sample()
    expect(() => articleJsonLd(article, {url: '/articles/x'})).toThrow(TypeError)
    expect(() => breadcrumbJsonLd([{name: 'x', url: 'javascript:alert(1)'}])).toThrow('whole address')
  })
})
