import {screen} from '@spine-center/rules/safety'
import {describe, expect, it} from 'vitest'
import type {ClientLike} from '../client/clientLike.ts'
import {keyed} from '../testing/article.fixture.ts'
import {clinicDocuments, clinicWith, flexion, hipHinge, rule, toeTouch} from '../testing/clinic.fixture.ts'
import {createDocumentsSource} from '../testing/createDocumentsSource.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import {fetchScreeningData} from './fetchScreeningData.ts'
import {neededFacets} from './index.ts'

const at = '2026-11-24T09:00:00Z'
describe('content.screen', () => {
  const content = createTestContent({documents: clinicDocuments})
  // Called as a form, an address or JavaScript without types would.
  const ask: (options: never) => Promise<unknown> = (options) => content.screen(options)

  it('says what the content says for readers with a condition, and why', async () => {
    const {exercises, notice} = await content.screen({profile: {osteoporosis: 'present'}, at})
    const bySlug = new Map(exercises.map((one) => [one.exercise.slug, one]))
    expect(bySlug.get('toe-touch')).toMatchObject({
      verdict: 'avoid',
      reasons: [{rule: {id: 'rule-flexion-osteoporosis', version: 'rev-1'}, severity: 'absolute'}],
      alternatives: [{exercise: {slug: 'hip-hinge'}}],
    })
    expect(bySlug.get('hip-hinge')?.verdict).toBe('no-restriction-recorded')
    expect(notice).not.toBe('')
  })

  it('treats what is not answered as caution', async () => {
    const {exercises} = await content.screen({profile: {}, at, exercises: ['toe-touch']})
    expect(exercises).toMatchObject([{verdict: 'caution', unanswered: [{slug: 'osteoporosis'}]}])
  })

  it('answers for the exercises asked for, by slug or id', async () => {
    const {exercises, problems} = await content.screen({
      profile: {},
      at,
      exercises: ['hip-hinge', 'exercise-toe-touch'],
    })
    expect(new Set(exercises.map(({exercise}) => exercise.slug))).toEqual(new Set(['hip-hinge', 'toe-touch']))
    expect(problems).toEqual([])
  })

  it('says which names it does not know, a sign that needs care or not', async () => {
    const names = {profile: {}, at, exercises: ['toe-touch', 'toe-tuch', '']}
    const {exercises, problems} = await content.screen(names)
    expect(exercises.map(({exercise}) => exercise.slug)).toEqual(['toe-touch'])
    const code = 'unknown-exercise'
    const message = expect.stringMatching(/“toe-tuch”.*check the spelling/)
    expect(problems).toMatchObject([
      {code, documentId: null, path: 'toe-tuch', message},
      {code, documentId: null, path: ''},
    ])
    const care = await content.screen({...names, redFlags: {emergency: 'present'}})
    expect(care.problems).toEqual(problems)
  })

  it('says which names are no longer in use, and what took their place', async () => {
    const replacedBy = {_type: 'reference', _ref: 'exercise-hip-hinge'}
    const retired = {...toeTouch, retirement: {reason: 'Out of use.', replacedBy}}
    const clinic = createTestContent({documents: clinicWith(retired)})
    const {exercises, problems} = await clinic.screen({
      profile: {},
      at,
      exercises: ['toe-touch', 'hip-hinge'],
    })
    expect(exercises.map(({exercise}) => exercise.slug)).toEqual(['hip-hinge'])
    expect(problems).toEqual([
      {
        code: 'retired-exercise',
        documentId: 'exercise-toe-touch',
        path: 'toe-touch',
        message: expect.stringMatching(/is no longer in use.*ask for “hip-hinge”, which took its place/),
      },
    ])
  })

  it.each([
    [{profile: {osteoporosis: 'yes'}}, '“osteoporosis” in profile is "yes"'],
    [{profile: {}, redFlags: {emergency: true}}, '“emergency” in redFlags is true'],
    [{profile: {}, redFlags: 'emergency'}, 'redFlags is not an object of answers'],
    [{profile: {}, redFlags: ''}, 'redFlags is not an object of answers'],
    [{profile: {}, facts: {supervised: 'yes'}}, '“supervised” in facts is "yes"'],
  ])('refuses %j, which would weigh lighter', async (question, message) => {
    const screening: unknown = Reflect.apply(ask, undefined, [{...question, at}])
    await expect(screening).rejects.toThrow(TypeError)
    await expect(screening).rejects.toThrow(message)
  })

  it('shows the care pathway and no exercise when a red flag is answered yes', async () => {
    const result = await content.screen({profile: {}, at, redFlags: {emergency: 'present'}})
    expect(result).toMatchObject({seekCare: {carePathways: [{slug: 'emergency'}]}, exercises: []})
  })

  it('gives no verdict on a retired exercise and does not offer it', async () => {
    const retired = {...hipHinge, retirement: {reason: 'Out of use.'}}
    const {exercises} = await createTestContent({documents: clinicWith(retired)}).screen({
      profile: {osteoporosis: 'present'},
      at,
    })
    expect(exercises).toMatchObject([
      {exercise: {slug: 'toe-touch'}, alternatives: [], withheldAlternatives: [{because: 'retired'}]},
    ])
  })

  it('sees no draft of a rule', async () => {
    const draft = {...rule, _id: 'drafts.rule-flexion-osteoporosis', severity: 'precaution'}
    const {exercises} = await createTestContent({documents: [...clinicDocuments, draft]}).screen({
      profile: {osteoporosis: 'present'},
      at,
      exercises: ['toe-touch'],
    })
    expect(exercises).toMatchObject([{verdict: 'avoid'}])
  })

  it('leaves out an exercise that is not as promised, and says so', async () => {
    const {exercises, read} = await createTestContent({
      documents: clinicWith({...hipHinge, kind: 'dance'}),
    }).screen({
      profile: {},
      at,
    })
    expect(exercises.map(({exercise}) => exercise.slug)).toEqual(['toe-touch'])
    expect(read.problems).toMatchObject([
      {documentId: 'exercise-hip-hinge', path: 'kind', received: '"dance"'},
    ])
  })

  it('says what is wrong with the content and with the answers', async () => {
    const looped = {...flexion, broader: [keyed('b1', 'pattern-end-range-spinal-flexion')]}
    const {problems} = await createTestContent({documents: clinicWith(looped)}).screen({
      profile: {'thin-bones': 'present'},
      at,
    })
    expect(problems.map(({code}) => code)).toEqual(['cycle', 'unknown-facet'])
  })

  it('fails rather than screen without a rule that is not as promised', async () => {
    const broken = createTestContent({documents: clinicWith({...rule, severity: 'very'})})
    await expect(broken.screen({profile: {}, at})).rejects.toMatchObject({
      code: 'invalid-result',
      documentId: 'rule-flexion-osteoporosis',
      path: 'severity',
    })
  })

  it('gives the same bytes for the same input', async () => {
    const once = await content.screen({profile: {osteoporosis: 'present'}, at})
    const again = await content.screen({profile: {osteoporosis: 'present'}, at})
    expect(JSON.stringify(once)).toBe(JSON.stringify(again))
  })
})

describe('fetchScreeningData', () => {
  it('reads published data through any client, for the pure function', async () => {
    const source = createDocumentsSource([...clinicDocuments, {...toeTouch, _id: 'drafts.new'}], Date.now)
    const perspectives: unknown[] = []
    const client: ClientLike = {
      async fetch(query, params, {perspective}) {
        perspectives.push(perspective)
        const {signal} = new AbortController()
        const request = {
          queryName: '',
          query,
          params,
          signal,
          deadline: 0,
          lastLiveEventId: null,
          fetchOptions: {},
        }
        return (await source.fetch({...request, perspective: 'published'})).result
      },
    }
    const {parts, problems} = await fetchScreeningData(client)
    expect(perspectives).toEqual(['published'])
    expect(problems).toEqual([])
    const result = screen({...parts, profile: {osteoporosis: 'present'}, asOf: at})
    expect(result.exercises.find(({exercise}) => exercise.slug === 'toe-touch')?.verdict).toBe('avoid')
    const asked = neededFacets({...parts, profile: {}, asOf: at})
    expect(asked).toMatchObject([{slug: 'osteoporosis', exerciseCount: 1}])
  })
})
