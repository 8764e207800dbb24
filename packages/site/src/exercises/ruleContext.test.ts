import {describe, expect, it} from 'vitest'
import {audienceOf} from './ruleContext.ts'

const condition = (slug: string, patientLabel: string) => ({
  _id: slug,
  _type: 'condition' as const,
  label: slug,
  patientLabel,
  slug,
  kind: 'diagnosis' as const,
})
const fusion = condition('fusion', 'a fusion')
const bones = condition('bones', 'thin bones')
const known = [
  {
    slug: 'fusion',
    stages: [{_key: 's', key: 'early', label: 'First 6 weeks', min: 0, max: 6, unit: 'weeks' as const}],
  },
]
const test = (
  on: ReturnType<typeof condition> | null,
  stage: string | null = null,
  state: 'present' | 'absent' = 'present',
) => ({
  _key: 'k',
  condition: on,
  stage,
  state,
})

describe('audienceOf', () => {
  it.each([
    [[[test(bones)]], 'thin bones'],
    [[[test(fusion, 'early')]], 'a fusion (First 6 weeks)'],
    [[[test(fusion, 'late')]], 'a fusion (late)'],
    [[[test(fusion), test(bones)]], 'a fusion, or thin bones'],
    [
      [[test(fusion, 'early')], [test(bones, null, 'absent')]],
      'a fusion (First 6 weeks); and also with no thin bones',
    ],
    [[[test(null), test(bones), test(bones)]], 'thin bones'],
  ])('%#: %j', (groups, expected) => {
    const when = {all: groups.map((any, index) => ({_key: `g${index}`, any}))}
    expect(audienceOf({_id: 'r', when}, known)).toBe(expected)
  })
})
