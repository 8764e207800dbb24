import type {PreviewValue} from '@sanity/types'
import {expect, test} from 'vitest'
import {schemaTypes} from './schemaTypes.ts'

type Prepare = (selection: Record<string, unknown>) => PreviewValue

function prepareOf(name: string): Prepare {
  const type = schemaTypes.find((candidate) => candidate.name === name)
  const preview = type !== undefined && 'preview' in type ? type.preview : undefined
  if (preview === undefined || !('prepare' in preview) || typeof preview.prepare !== 'function') {
    throw new TypeError(`${name} has no preview.prepare`)
  }
  const {prepare} = preview
  return (selection) => prepare(selection)
}

test.each([
  [
    'contraindication',
    {title: 'End-range bending, osteoporosis', severity: 'absolute', pattern: 'End-range flexion'},
    {title: 'End-range bending, osteoporosis', subtitle: 'Absolute: avoid it · End-range flexion'},
  ],
  [
    'contraindication',
    {title: 'Lying face down', severity: 'precaution', position: 'prone', retired: 'Replaced'},
    {title: 'Lying face down', subtitle: 'Retired · Precaution: take care · Lying face down'},
  ],
  [
    'exercise',
    {title: 'Dead bug', kind: 'motor-control', pattern: 'Neutral spine'},
    {title: 'Dead bug', subtitle: 'Motor control · Neutral spine'},
  ],
  [
    'citation',
    {title: 'A trial', family: 'Slade', year: 2006, container: 'Spine', state: 'retracted'},
    {title: 'A trial', subtitle: 'Retracted · Slade · 2006 · Spine'},
  ],
  [
    'person',
    {given: 'Kim', family: 'Lee', code: 'PA-C', second: 'MPAS', scope: 'physician-assistant'},
    {title: 'Kim Lee, PA-C, MPAS', subtitle: 'Physician assistant'},
  ],
  [
    'article',
    {title: 'Walking', kind: 'blog', publishedAt: '2013-09-13T12:00:00Z', audience: 'Back pain'},
    {title: 'Walking', subtitle: 'Blog post · for Back pain · 2013-09-13'},
  ],
  [
    'campaign',
    {title: 'Holidays', status: 'active', from: '11-01', to: '12-31'},
    {title: 'Holidays', subtitle: 'every year 11-01 through 12-31'},
  ],
  [
    'campaign',
    {title: 'Open day', status: 'paused', start: '2026-11-26T09:00'},
    {title: 'Open day', subtitle: 'Paused · 2026-11-26 until further notice'},
  ],
  ['dosage', {sets: 1, reps: 8, times: 2, per: 'day'}, {title: '1 set, 8 repetitions, 2 times a day'}],
  ['conditionTest', {title: 'Pregnancy', stage: 't2', state: 'present'}, {title: 'Pregnancy (t2)'}],
  ['conditionTest', {title: 'Pregnancy', state: 'absent'}, {title: 'not Pregnancy'}],
  [
    'review',
    {given: 'Ann', family: 'Lee', scope: 'clinical', outcome: 'approved', at: '2026-11-01T10:00:00Z'},
    {title: 'Ann Lee', subtitle: 'Clinical · Approved · 2026-11-01'},
  ],
])('the preview of %s %j', (name, selection, expected) => {
  expect(prepareOf(name)(selection)).toEqual(expected)
})

const withPrepare = schemaTypes
  .filter((type) => 'preview' in type && type.preview !== undefined && 'prepare' in type.preview)
  .map((type) => type.name)

test.each(withPrepare)('the preview of an empty %s has a title', (name) => {
  expect(prepareOf(name)({}).title).toMatch(/^\S/)
})
