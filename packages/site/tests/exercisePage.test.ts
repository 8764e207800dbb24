import {describe, expect, it} from 'vitest'
import {readPage} from './readPage.ts'
import {sampleSite, type SampleSiteOptions} from './sampleSite.ts'

async function pageOf(slug: string, options: SampleSiteOptions = {}) {
  return readPage(await (await sampleSite(options).site.request(`/exercises/${slug}`)).text())
}
const section = (page: Awaited<ReturnType<typeof pageOf>>, name: string) =>
  page.elements.find(({attributes}) => attributes['aria-labelledby'] === name)?.text ?? ''

describe('an exercise page', () => {
  it('says when to stop, how it is done, how much, and common errors', async () => {
    const {text, elements} = await pageOf('knee-to-chest-supine')
    expect(text).toContain('Stop if pain in the back gets sharper with each repetition')
    expect(text).toContain('How it is done Lie on your back with both knees bent')
    expect(text).toContain('Common errors Pulling with a jerk')
    const stop = elements.findIndex(({attributes}) => attributes['class'] === 'stop')
    const steps = elements.findIndex(({attributes}) => attributes['class'] === 'steps')
    expect(stop).toBeGreaterThan(0)
    expect(stop).toBeLessThan(steps)
  })

  it('says who should not, strictest first, and what to do instead', async () => {
    const page = await pageOf('toe-touch')
    expect(section(page, 'restrictions')).toMatch(
      /who should not Avoid it: readers with thin bones \(osteoporosis\).*Ask a clinician first.*Take care/u,
    )
    expect(section(page, 'restrictions')).toContain(
      'readers with an operation that removed part of a disc (discectomy) (First 6 weeks)',
    )
    expect(page.text).toContain('Our content tells some readers to avoid this exercise')
    expect(section(page, 'alternatives')).toContain('Hip hinge')
  })

  it('never takes silence for safety', async () => {
    const page = await pageOf('swimming')
    expect(section(page, 'restrictions')).toContain(
      'records no restriction on this exercise. Silence is not advice',
    )
    expect(page.text).not.toContain('Our content tells some readers to avoid this exercise')
  })

  it('leads to the articles about it', async () => {
    expect(section(await pageOf('toe-touch'), 'used-in')).toContain('Exercising with Back Pain')
  })

  it('says when it is no longer in use, and gives no verdict then', async () => {
    const page = await pageOf('toe-touch', {
      change: (document) =>
        document._id === 'exercise-toe-touch'
          ? {
              ...document,
              retirement: {reason: 'Replaced.', replacedBy: {_type: 'reference', _ref: 'exercise-hip-hinge'}},
            }
          : document,
    })
    expect(page.text).toContain('No longer in use. Replaced. Replaced by Hip hinge.')
    expect(section(page, 'restrictions')).toContain('no longer in use')
    expect(page.text).not.toContain('How it is done')
    expect(page.text).not.toContain('Common errors')
    expect(page.elements.filter(({name}) => name === 'img')).toEqual([])
    const data = page.elements.find(({attributes}) => attributes['type'] === 'application/ld+json')?.text
    expect(data).toContain('MedicalWebPage')
    expect(data).not.toContain('ExercisePlan')
  })

  it('is no alternative on another page once it is no longer in use', async () => {
    const page = await pageOf('toe-touch', {
      change: (document) =>
        document._id === 'exercise-hip-hinge' ? {...document, retirement: {reason: 'Out of use.'}} : document,
    })
    expect(section(page, 'alternatives')).not.toContain('Hip hinge')
  })
})

describe('the list of exercises', () => {
  it.each([
    ['position=supine', 'Pelvic tilt', 'Hip hinge'],
    ['equipment=pool', 'Swimming', 'Pelvic tilt'],
    ['difficulty=1', 'Pelvic tilt', 'Double leg raise'],
    ['region=cervical', 'Chin tuck', 'Bridge'],
  ])('narrowed by %s', async (query, shown, hidden) => {
    const {site} = sampleSite()
    const {elements} = readPage(await (await site.request(`/exercises?${query}`)).text())
    const titles = elements.flatMap(({attributes, text}) =>
      attributes['class'] === 'card__title' ? [text] : [],
    )
    expect(titles).toContain(shown)
    expect(titles).not.toContain(hidden)
  })

  it.each(['position=flying', 'difficulty=9', 'equipment=__proto__', 'region=constructor', 'difficulty=1x'])(
    'is not shown whole for a filter that is none (%s)',
    async (query) => {
      const {site} = sampleSite()
      const response = await site.request(`/exercises?${query}`)
      expect(response.status).toBe(400)
      const {text, elements} = readPage(await response.text())
      expect(text).toContain('There is no such filter')
      expect(elements.filter(({attributes}) => attributes['class'] === 'card__title')).toEqual([])
    },
  )

  it('is shown whole when the form leaves every filter open', async () => {
    const {site} = sampleSite()
    const response = await site.request('/exercises?position=&equipment=&region=&difficulty=')
    expect(readPage(await response.text()).text).toContain('21 exercises')
  })
})
