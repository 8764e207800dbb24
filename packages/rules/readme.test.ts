import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

it.each(['identifiers', 'screening', 'feed', 'citations'])(
  'the README shows examples/%s.ts as it is',
  (name) => {
    expect(read('README.md')).toContain(read(`examples/${name}.ts`).trim())
  },
)

it('identifiers', async () => {
  const {doi, orcid} = await import('./examples/identifiers.ts')
  expect(doi).toEqual({ok: true, value: '10.1177/0269215512453353'})
  expect(orcid).toMatchObject({ok: false, reason: expect.stringContaining('does not add up')})
})

it('screening', async () => {
  const {questions, unanswered, answered, findings} = await import('./examples/screening.ts')
  expect(questions).toEqual(['Do you have thin bones?'])
  expect(unanswered?.verdict).toBe('caution')
  expect(answered?.verdict).toBe('avoid')
  expect(answered?.wording[0]?.text).toBe(
    'This clinic’s published content tells readers with thin bones to avoid “Toe touch”.',
  )
  expect(answered?.alternatives.map(({exercise}) => exercise.title)).toEqual(['Hip hinge'])
  expect(findings.map(({code}) => code)).toContain('INV-01')
})

it('feed', async () => {
  const {inSeason, outOfSeason} = await import('./examples/feed.ts')
  const shown = (feed: typeof inSeason) => feed.items.map(({article, why}) => [article._id, why])
  expect(shown(inSeason)).toEqual([
    ['travel', 'campaign'],
    ['walking', 'rule'],
  ])
  expect(inSeason.nextChangeAt).toBe('2027-01-01T05:00:00.000Z')
  expect(shown(outOfSeason)).toEqual([
    ['walking', 'rule'],
    ['chairs', 'rule'],
  ])
  expect(outOfSeason.nextChangeAt).toBe('2026-11-01T04:00:00.000Z')
})

it('citations', async () => {
  const {ama, apa, order, appearances} = await import('./examples/citations.ts')
  expect(ama.text).toMatch(
    /^Shnayderman I, Katz-Leurer M\. An aerobic .*\. 2013;27\(3\):207-214\. doi:10\.1177/u,
  )
  expect(apa.runs).toContainEqual({text: 'Clinical Rehabilitation', italic: true})
  expect(order).toEqual(['shnayderman2013', 'slade2006'])
  expect(appearances.map(({number}) => number)).toEqual([1, 2, 1])
})
