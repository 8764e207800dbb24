import {describe, expect, it} from 'vitest'
import * as z from 'zod/mini'
import {ContentError} from '../errors/ContentError.ts'
import {formatProblem} from '../errors/formatProblem.ts'
import {validateList} from './validateList.ts'

const schema = z.array(z.object({_id: z.string(), _type: z.literal('person'), name: z.string()}))
const good = {_id: 'p1', _type: 'person', name: 'Ada'}
const bad = {_id: 'p2', _type: 'person', name: null}
const context = {queryName: 'people', studioUrl: 'http://localhost:3333', onInvalid: 'omit' as const}

describe('validateList', () => {
  it('gives a good list as it is', () => {
    expect(validateList([good], schema, context)).toEqual({value: [good], problems: []})
  })

  it('leaves bad documents out and says what to mend and where', () => {
    const {value, problems} = validateList([bad, good, bad], schema, context)
    expect(value).toEqual([good])
    expect(problems).toHaveLength(2)
    expect(problems.map(formatProblem)[0]).toBe(
      'p2 (person) at name: expected a string, received null [query people]\n' +
        '  open: http://localhost:3333/intent/edit/id=p2;type=person;path=name',
    )
  })

  it('throws instead, by option', () => {
    const throwing = {...context, onInvalid: 'throw' as const}
    expect(() => validateList([bad, good], schema, throwing)).toThrow(/p2 \(person\) at name/)
  })

  it.each([[null], [{}], ['x'], [undefined]])('throws when %s is no list', (result) => {
    expect(() => validateList(result, schema, context)).toThrow(ContentError)
  })

  it('throws when the list as a whole is wrong', () => {
    const short = schema.check(z.maxLength(1))
    expect(() => validateList([good, good], short, context)).toThrow(/at most 1 items/)
  })

  it('leaves bad documents out of a named list alone', () => {
    const parts = z.object({people: schema, rules: schema})
    const {value, problems} = validateList({people: [bad, good], rules: [good]}, parts, {
      ...context,
      listNames: ['people'],
    })
    expect(value).toEqual({people: [good], rules: [good]})
    expect(problems).toHaveLength(1)
    const listNames = ['people', 'rules']
    const isAskedFor = (item: unknown) => item === bad
    const asked = {...context, listNames, isAskedFor}
    expect(() => validateList({people: [{...bad, _id: 'p3'}, bad], rules: []}, parts, asked)).toThrow(/^p2/)
    const inRules = {people: [bad], rules: [bad]}
    expect(() => validateList(inRules, parts, {...context, listNames: ['people']})).toThrow(ContentError)
  })
})
