import {expect, it} from 'vitest'
import type {Review, Reviewer} from './articleParts.ts'
import {parseElements} from './parseHtml.fixture.ts'
import {reviewToHtml} from './reviewToHtml.ts'

const ada: Reviewer = {
  _id: 'ada',
  name: {given: 'Ada', family: 'Moreno', suffix: 'Jr'},
  credentials: [
    {code: 'PT'},
    {code: 'OLD', validThrough: '2026-11-23'},
    {code: 'DPT', validThrough: '2026-11-24'},
  ],
}
const now = new Date('2026-11-24T12:00:00Z')
const clinical: Review = {
  scope: 'clinical',
  outcome: 'approved',
  at: '2026-03-01T03:00:00Z',
  nextDue: '2027-03-01',
  by: 'ada',
}
const NONE = 'Not yet reviewed by a clinician.'
const DONE = 'Reviewed by a clinician on 28 February 2026 by Ada Moreno, Jr, PT, DPT.'

it.each<[string, readonly Review[] | null, string, string]>([
  ['there is none', null, NONE, 'none'],
  ['others reviewed', [{...clinical, scope: 'editorial'}], NONE, 'none'],
  ['it was rejected', [{...clinical, outcome: 'rejected'}], NONE, 'none'],
  ['it asked for changes', [{...clinical, outcome: 'changes-requested'}], NONE, 'none'],
  ['it is still to come', [{...clinical, at: '2026-11-25T00:00:00Z'}], NONE, 'none'],
  [
    'a later one rejected it',
    [clinical, {...clinical, outcome: 'rejected', at: '2026-04-01T03:00:00Z'}],
    NONE,
    'none',
  ],
  ['it stands', [clinical], `${DONE} Next review due 1 March 2027.`, 'fresh'],
  ['the person is given', [{...clinical, by: ada}], `${DONE} Next review due 1 March 2027.`, 'fresh'],
  [
    'the person is not published',
    [{...clinical, by: 'nobody', nextDue: null}],
    'Reviewed by a clinician on 28 February 2026.',
    'fresh',
  ],
  [
    'the next is due today',
    [{...clinical, nextDue: '2026-11-24'}],
    `${DONE} The next review was due on 24 November 2026.`,
    'stale',
  ],
])('when %s', (_name, reviews, text, state) => {
  const settings = {now, timeZone: 'America/New_York'}
  const [line] = parseElements(reviewToHtml({reviews, people: [null, ada]}, settings))
  expect(line?.text).toBe(text)
  expect(line?.attributes['class']).toBe(`review review--${state}`)
})

it('speaks another language', () => {
  const labels = {
    language: 'es',
    'review.done': 'Revisado el {date}.',
    'review.next': 'Próxima revisión: {date}.',
  }
  const [line] = parseElements(reviewToHtml({reviews: [{...clinical, by: null}]}, {now, labels}))
  expect(line?.text).toBe('Revisado el 1 de marzo de 2026. Próxima revisión: 1 de marzo de 2027.')
})
