import {describe, expect, it} from 'vitest'
import {ContentError} from '../errors/ContentError.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import {article, clinicDocuments, clinicWith, hipHinge} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'

const content = createTestContent({documents: clinicDocuments})

describe('article', () => {
  it('arrives whole', async () => {
    const found = await content.article('moving')
    expect(found).toMatchObject({
      _id: 'moving',
      slug: 'moving',
      contributors: [{role: 'author', person: 'person-ada'}],
      people: [{_id: 'person-ada', name: {family: 'Moreno'}}],
      disclaimer: {key: 'sample'},
      carePathways: [{urgency: 'immediate'}],
      recommends: [{exercise: 'exercise-hip-hinge'}],
      exercises: [{_id: 'exercise-hip-hinge', slug: 'hip-hinge', steps: [{text: 'Step a.'}, {}, {}]}],
      claims: [{evidence: [{citation: 'citation-1'}]}],
      citations: [{_id: 'citation-1', title: 'A trial of bending', issued: {year: 2014}}],
    })
    expect(found?.body[0]).toMatchObject({
      children: [{text: 'Moving helps'}, {citation: 'citation-1'}],
    })
    expect(found?.body[1]).toMatchObject({exercise: 'exercise-hip-hinge'})
  })

  it('never carries what is for professionals or editors only', async () => {
    expect(JSON.stringify(await content.article('moving'))).not.toContain('Cauda equina')
  })

  it.each([['no-such-article'], [''], ['" || true || "']])(
    'is null when there is none called %j',
    async (slug) => {
      await expect(content.article(slug)).resolves.toBeNull()
    },
  )

  it('is null in a language that it is not in', async () => {
    await expect(content.article('moving', {language: 'es'})).resolves.toBeNull()
    await expect(content.article('moving', {language: 'en'})).resolves.not.toBeNull()
  })

  it('says what is wrong with it and where to mend it', async () => {
    const documents = clinicWith({...article('moving', 'Moving', '2026-01-03T09:00:00Z'), title: null})
    const reported: ContentProblem[] = []
    const broken = createTestContent({
      documents,
      studioUrl: 'http://localhost:3333',
      onProblem: (problem) => reported.push(problem),
    })
    const error = await broken.article('moving').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ContentError)
    expect(error).toMatchObject({
      code: 'invalid-result',
      queryName: 'articleBySlug',
      documentId: 'moving',
      path: 'title',
      expected: 'a string',
      received: 'null',
      studioUrl: 'http://localhost:3333/intent/edit/id=moving;type=article;path=title',
    })
    expect(reported).toMatchObject([{documentId: 'moving', path: 'title'}])
  })

  it('names the field under the name that the document has for it', async () => {
    const images = [{_type: 'figure', _key: 'f', alt: 5, image: {_type: 'image'}}]
    const studioUrl = 'http://localhost:3333'
    const broken = createTestContent({documents: clinicWith({...hipHinge, images}), studioUrl})
    const expected = {documentId: 'exercise-hip-hinge', itemId: 'moving', path: 'images[0].alt'}
    const error = await broken.article('moving').catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      problems: [
        {
          ...expected,
          studioUrl: `${studioUrl}/intent/edit/id=exercise-hip-hinge;type=exercise;path=images%5B0%5D.alt`,
        },
      ],
    })
    const {problems} = await broken.exercises()
    expect(problems).toMatchObject([{...expected, itemId: 'exercise-hip-hinge'}])
    const preview = createTestContent({documents: clinicWith({...hipHinge, images}), perspective: 'drafts'})
    expect((await preview.exercises()).problems).toMatchObject([{path: 'images[0].alt'}])
  })

  it('names the exercise, not the article, when the exercise is at fault', async () => {
    const broken = createTestContent({documents: clinicWith({...hipHinge, difficulty: 'easy'})})
    await expect(broken.article('moving')).rejects.toMatchObject({
      documentId: 'exercise-hip-hinge',
      path: 'difficulty',
    })
  })
})
