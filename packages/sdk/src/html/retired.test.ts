import {createElement, Fragment} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {describe, expect, it} from 'vitest'
import {Instructions} from '../react/Instructions.ts'
import {renderArticle} from '../react/renderArticle.ts'
import {clinicWith, hipHinge} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import type {Exercise, ExerciseUse} from './articleParts.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import {instructionsToHtml} from './instructionsToHtml.ts'
import {parseText} from './parseHtml.fixture.ts'
import {toHtml} from './toHtml.ts'

const retired: Exercise = {
  _id: 'old',
  title: 'Old stretch',
  slug: 'old-stretch',
  purpose: 'Stretches the back.',
  figure: {image: {asset: {url: 'https://img.example/a.png', width: 900, height: 600}}, alt: 'Someone bends'},
  steps: [{text: 'Bend down.'}],
  stopIf: [{text: 'it hurts'}],
  dosages: [{sets: {min: 3}}],
  retirement: {reason: 'It hurt people.', replacedBy: {_id: 'new', title: 'Hip hinge', slug: 'hip-hinge'}},
}
const card: BodyBlock = {_type: 'exerciseCard', _key: 'x1', exercise: 'old'}
const NOTICE = 'No longer in use. It hurt people. Replaced by Hip hinge.'
const problem = {
  code: 'retired-exercise',
  blockKey: 'x1',
  blockType: 'exerciseCard',
  message: '“Old stretch” is no longer in use: take it out.',
}

describe('an exercise that is no longer in use', () => {
  it('gives a notice in place of its card', () => {
    const recommends: ExerciseUse[] = [
      {exercise: 'old', caution: 'Slowly.', dosageOverride: {sets: {min: 9}}},
    ]
    const {html, problems, shown} = toHtml([card], {exercises: [retired], recommends})
    expect(parseText(html)).toBe(`Old stretch ${NOTICE}`)
    expect(html).toContain('href="/exercises/hip-hinge"')
    expect(html).not.toContain('<img')
    expect(problems).toEqual([problem])
    expect(shown.exercises).toEqual(['old'])
  })

  it('keeps what an article says against it', () => {
    const discourages: ExerciseUse[] = [{exercise: 'old', reason: 'It bends the back.'}]
    const {html} = toHtml([card], {exercises: [retired], discourages})
    expect(parseText(html)).toBe(`Old stretch ${NOTICE} Why: It bends the back.`)
  })

  it.each([
    [{reason: 'Old.'}, 'No longer in use. Old.'],
    [{replacedBy: {_id: 'new', title: 'Hip hinge'}}, 'No longer in use. Replaced by Hip hinge.'],
    [{replacedBy: {_id: 'new'}}, 'No longer in use.'],
  ])('is one with the retirement %j: %s', (retirement, notice) => {
    const {html} = toHtml([card], {exercises: [{...retired, retirement}]})
    expect(parseText(html)).toBe(`Old stretch ${notice}`)
  })

  it.each([undefined, null, {}, {reason: null, replacedBy: null}, {reason: ''}])(
    'is none with the retirement %j',
    (retirement) => {
      const {html, problems} = toHtml([card], {exercises: [{...retired, retirement}]})
      expect(parseText(html)).toContain('Bend down.')
      expect(problems).toEqual([])
    },
  )

  it.each(['recommend', 'neutral'] as const)('says so in a list of intent %s', (intent) => {
    const recommends: ExerciseUse[] = [{exercise: 'old', caution: 'Slowly.'}]
    const list: BodyBlock = {_type: 'exerciseList', intent, exercises: ['old']}
    const {html, problems} = toHtml([list], {exercises: [retired], recommends})
    expect(parseText(html)).toContain(`Old stretch ${NOTICE}`)
    expect(html).not.toContain('Slowly')
    expect(problems).toMatchObject([{code: 'retired-exercise', blockType: 'exerciseList'}])
  })

  it('is no alternative', () => {
    const sitUp: Exercise = {_id: 'sit-up', title: 'Sit-up'}
    const discourages: ExerciseUse[] = [
      {
        exercise: 'sit-up',
        alternatives: [{exercise: 'old', why: 'It is gentle.'}],
        noAlternativeReason: 'Rest.',
      },
    ]
    const list: BodyBlock = {_type: 'exerciseList', intent: 'discourage', exercises: ['sit-up']}
    const {html, problems} = toHtml([list], {exercises: [sitUp, retired], discourages})
    expect(html).not.toContain('Old stretch')
    expect(parseText(html)).toContain('No alternative: Rest.')
    expect(problems).toMatchObject([{code: 'retired-exercise'}])
  })

  it('gives a notice in place of the instructions on its own page', () => {
    const {html, problems} = instructionsToHtml(retired, 2)
    expect(parseText(html)).toBe(NOTICE)
    expect(problems).toMatchObject([{code: 'retired-exercise'}])
    expect(renderToStaticMarkup(createElement(Instructions, {exercise: retired, level: 2}))).toContain(
      'It hurt people.',
    )
  })

  it('is the same to React', () => {
    const {body, problems} = renderArticle({body: [card], exercises: [retired]})
    const markup = renderToStaticMarkup(createElement(Fragment, null, body))
    expect(parseText(markup)).toBe(`Old stretch ${NOTICE}`)
    expect(problems).toEqual([problem])
  })

  it('speaks other languages', () => {
    const labels = {'exercise.retired': 'Nicht mehr in Gebrauch.', 'exercise.replaced': 'Ersetzt durch'}
    expect(parseText(toHtml([card], {exercises: [retired], labels}).html)).toBe(
      'Old stretch Nicht mehr in Gebrauch. It hurt people. Ersetzt durch Hip hinge.',
    )
  })

  it('is known from an article as it is read', async () => {
    const replacedBy = {_type: 'reference', _ref: 'exercise-toe-touch'}
    const documents = clinicWith({...hipHinge, retirement: {reason: 'Out of use.', replacedBy}})
    const article = await createTestContent({documents}).article('moving')
    if (!article) throw new Error('The clinic has no such article.')
    const {html, problems} = toHtml(article.body, {...article, emergencyPhone: '911'})
    expect(parseText(html)).toContain('Hip hinge No longer in use. Out of use. Replaced by Toe touch.')
    expect(html).not.toContain('Step a.')
    expect(problems).toMatchObject([{code: 'retired-exercise', blockKey: 'x1'}])
  })
})
