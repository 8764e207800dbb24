import {describe, expect, it} from 'vitest'
import {readPage} from './readPage.ts'
import {post, sampleSite} from './sampleSite.ts'

const {site} = sampleSite()
const firstPage = readPage(await (await site.request('/screening')).text())
const flags = [
  ...new Set(
    firstPage.elements.flatMap(({attributes}) =>
      attributes['type'] === 'radio' ? (attributes['name'] ?? []) : [],
    ),
  ),
]
const noFlags = Object.fromEntries(flags.map((name) => [name, 'no']))
const send = async (fields: Readonly<Record<string, string>>) => {
  const response = await post(site, fields)
  return {...readPage(await response.text()), status: response.status, headers: response.headers}
}
const groupOf = (page: Awaited<ReturnType<typeof send>>, name: string) => {
  const section = page.elements.find(
    ({attributes}) => attributes['aria-labelledby'] === name && attributes['class']?.startsWith('verdicts'),
  )
  return section?.text ?? ''
}

describe('screening', () => {
  it('asks for red flags first, by a form that is posted', () => {
    expect(flags.length).toBeGreaterThanOrEqual(4)
    const form = firstPage.elements.find(({attributes}) => attributes['class'] === 'screening')
    expect(form?.attributes).toMatchObject({method: 'post', action: '/screening'})
  })

  it('shows the care pathway and nothing on exercises when a red flag is answered yes', async () => {
    const page = await send({step: 'red-flags', ...noFlags, [flags[0] ?? '']: 'yes'})
    expect(page.text).toContain('Stop here: get help first')
    expect(page.elements.some(({attributes}) => attributes['class']?.includes('care-card--immediate'))).toBe(
      true,
    )
    expect(page.elements.filter(({attributes}) => attributes['class'] === 'result')).toEqual([])
  })

  it('stops for a red flag at every later step too', async () => {
    const page = await send({
      step: 'conditions',
      ...noFlags,
      [flags[0] ?? '']: 'yes',
      'condition.osteoporosis': 'no',
    })
    expect(page.text).toContain('Stop here: get help first')
  })

  it('asks again for red flags that were left open', async () => {
    const page = await send({step: 'conditions', 'condition.osteoporosis': 'yes'})
    expect(page.status).toBe(400)
    expect(page.text).toContain('Some answers are missing')
  })

  it('asks only for what can matter, and once for conditions that exclude each other', async () => {
    const page = await send({step: 'red-flags', ...noFlags})
    const names = new Set(
      page.elements.flatMap(({attributes}) =>
        attributes['type'] === 'radio' ? (attributes['name'] ?? []) : [],
      ),
    )
    expect(names).toContain('condition.osteoporosis')
    expect([...names].filter((name) => name.includes('back-pain'))).toHaveLength(1)
    expect([...names].filter((name) => name.includes('anyone') || name.includes('inflammatory'))).toEqual([])
  })

  it('says what the content says, with reason, source and alternative', async () => {
    const page = await send({step: 'conditions', ...noFlags, 'condition.osteoporosis': 'yes'})
    const avoided = groupOf(page, 'avoid')
    expect(avoided).toContain(
      'This clinic’s published content tells readers with thin bones (osteoporosis) to avoid “Standing toe touch”.',
    )
    expect(avoided).toContain('Rests on a guideline.')
    expect(avoided).toContain('Too Fit To Fracture')
    expect(avoided).toContain('Hip hinge')
    expect(groupOf(page, 'no-restriction-recorded')).toContain('Silence is not advice to do it.')
    expect(page.text).toContain('not a diagnosis')
  })

  it('asks for a stage only of what the reader has', async () => {
    const page = await send({step: 'conditions', ...noFlags, 'condition.pregnancy': 'yes'})
    expect(page.text).toContain('Second trimester')
    const result = await send({
      step: 'stages',
      ...noFlags,
      'condition.pregnancy': 'yes',
      'stage.pregnancy': 't2',
    })
    expect(result.text).toContain('a pregnancy (Second trimester)')
    expect(result.text).not.toContain('One thing more')
  })

  it('reads a choice as yes to one and no to the others', async () => {
    const name = 'choice.back-pain-acute.back-pain-chronic.back-pain-subacute'
    const {text} = await send({step: 'conditions', ...noFlags, [name]: 'back-pain-chronic'})
    expect(text).toMatch(/You said yes to back pain that has lasted 12 weeks or more/u)
    expect(text).toMatch(/You said no to back pain that began less than 6 weeks ago/u)
  })

  it('counts nothing answered as unknown, never as no', async () => {
    const page = await send({step: 'conditions', ...noFlags})
    expect(page.text).toContain('You answered no question about yourself.')
    expect(groupOf(page, 'caution')).toContain('Standing toe touch')
    expect(groupOf(page, 'no-restriction-recorded')).not.toContain('Standing toe touch')
  })

  it('shows red flags again that the reader was not sure about', async () => {
    const page = await send({step: 'conditions', ...noFlags, [flags[0] ?? '']: 'unsure'})
    expect(page.text).toContain('You were not sure about these signs')
  })

  it('gives the answers back to be changed', async () => {
    const page = await send({step: 'change', ...noFlags, 'condition.osteoporosis': 'yes'})
    const checked = page.elements.filter(({attributes}) => 'checked' in attributes)
    expect(checked.map(({attributes}) => [attributes['name'], attributes['value']])).toEqual([
      ['condition.osteoporosis', 'yes'],
    ])
  })

  it('keeps nothing: no store, no cookie, no referrer, no answer in a link', async () => {
    const page = await send({step: 'conditions', ...noFlags, 'condition.osteoporosis': 'yes'})
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.has('set-cookie')).toBe(false)
    expect(
      page.elements.filter(
        ({attributes}) => attributes['href']?.includes('?') && !attributes['href'].includes('?v='),
      ),
    ).toEqual([])
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a reply that is none', {'condition.osteoporosis': 'present'}],
    ['a reply in another case', {'condition.osteoporosis': 'Yes'}],
    ['a reply that is empty', {'condition.osteoporosis': ''}],
    ['markup', {'condition.osteoporosis': '"><script>'}],
    ['a condition that nobody published', {'condition.osteoporossis': 'yes'}],
    ['a field that is none', {'Condition.osteoporosis': 'yes'}],
    ['a field without a name', {'condition.': 'yes', '.': '.'}],
    ['a choice that is none', {'choice.back-pain-acute.back-pain-chronic': 'back-pain'}],
    ['a stage that is none', {'condition.pregnancy': 'yes', 'stage.pregnancy': 't9'}],
    ['a stage of what the reader does not have', {'condition.pregnancy': 'no', 'stage.pregnancy': 't2'}],
    ['a sign that nobody published', {'flag.nothing': 'no'}],
    ['a step that is none', {step: 'result', 'condition.osteoporosis': 'yes'}],
    ['two answers', {'choice.osteoporosis.pregnancy': 'pregnancy', 'condition.osteoporosis': 'yes'}],
  ])('answers %s with 400 and no verdict', async (_name, fields) => {
    const page = await send({step: 'conditions', ...noFlags, ...fields})
    expect(page.status).toBe(400)
    expect(page.text).toContain('These answers cannot be used')
    expect(page.elements.filter(({attributes}) => attributes['class'] === 'result')).toEqual([])
    expect(page.elements.filter(({name}) => name === 'script')).toEqual([])
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  it('answers one question given twice with 400', async () => {
    const body = new URLSearchParams({step: 'conditions', ...noFlags, 'condition.osteoporosis': 'yes'})
    body.append('condition.osteoporosis', 'no')
    const response = await site.request('/screening', {method: 'POST', body})
    expect(response.status).toBe(400)
  })

  it.each(['Yes', 'true', 'present', ''])('never reads %j as no red flag', async (value) => {
    const page = await send({step: 'red-flags', ...noFlags, [flags[0] ?? '']: value})
    expect(page.status).toBe(400)
    expect(page.text).not.toContain('About you')
  })

  it('stops for a red flag before anything else that a form holds', async () => {
    const page = await send({step: 'conditions', ...noFlags, [flags[0] ?? '']: 'yes', 'condition.x': '?'})
    expect(page.text).toContain('Stop here: get help first')
  })

  it('shows where to get help although the sign has no care pathway', async () => {
    const page = await send({step: 'red-flags', ...noFlags, 'flag.nothing': 'yes'})
    expect(page.text).toContain('Stop here: get help first')
    expect(page.text).toContain('Call 911')
  })

  it('says when answers contradict each other, and takes the stricter one', async () => {
    const page = await send({
      step: 'conditions',
      ...noFlags,
      'condition.back-pain-acute': 'yes',
      'condition.back-pain-chronic': 'yes',
    })
    expect(page.text).toContain('Some of your answers contradict each other.')
  })

  it('asks for nothing by address: what an address says is no answer', async () => {
    const response = await site.request('/screening?condition.osteoporosis=no&step=conditions')
    const page = readPage(await response.text())
    expect(page.text).toContain('First: signs that do not wait')
    expect(page.elements.filter(({attributes}) => attributes['class'] === 'result')).toEqual([])
  })

  it('refuses a form that no reader sends', async () => {
    const response = await post(site, {x: 'y'.repeat(100_000)})
    expect(response.status).toBe(413)
  })
})
