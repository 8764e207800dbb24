import {describe, expect, it} from 'vitest'
import {neededFacets, screen} from './index.ts'
import {spineClinic} from './spineClinic.fixture.ts'

const asOf = '2026-11-24T09:00:00Z'

/** As a form, an address or JavaScript without types gives them. */
function screenUntyped(question: Readonly<Record<string, unknown>>): unknown {
  return Reflect.apply(screen, undefined, [{...spineClinic, profile: {}, asOf, ...question}])
}

function needUntyped(question: Readonly<Record<string, unknown>>): unknown {
  return Reflect.apply(neededFacets, undefined, [{...spineClinic, profile: {}, asOf, ...question}])
}

describe('answers that are none', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['yes', {profile: {osteoporosis: 'yes'}}, '“osteoporosis” in profile is "yes"'],
    ['another case', {profile: {osteoporosis: 'Present'}}, '“osteoporosis” in profile is "Present"'],
    ['true', {profile: {osteoporosis: true}}, '“osteoporosis” in profile is true'],
    ['false', {profile: {osteoporosis: false}}, '“osteoporosis” in profile is false'],
    ['null', {profile: {osteoporosis: null}}, '“osteoporosis” in profile is null'],
    ['undefined', {profile: {osteoporosis: undefined}}, '“osteoporosis” in profile is undefined'],
    ['a list', {profile: {osteoporosis: ['present']}}, '“osteoporosis” in profile is ["present"]'],
    ['a state that is none', {profile: {pregnancy: {state: 'yes'}}}, 'is {"state":"yes"}'],
    ['a stage that is no text', {profile: {pregnancy: {state: 'present', stage: 2}}}, '"stage":2}'],
    ['a stage alone', {profile: {pregnancy: {stage: 't2'}}}, 'is {"stage":"t2"}'],
    ['a condition that nobody knows', {profile: {unknown: 'yes'}}, '“unknown” in profile is "yes"'],
    ['a red flag yes', {redFlags: {'cauda-equina': 'yes'}}, '“cauda-equina” in redFlags is "yes"'],
    ['a red flag true', {redFlags: {'cauda-equina': true}}, '“cauda-equina” in redFlags is true'],
    // A sign has no stage: as the types say, it is answered by a word.
    [
      'a red flag with a state',
      {redFlags: {'cauda-equina': {state: 'present'}}},
      '“cauda-equina” in redFlags is {"state":"present"}',
    ],
    ['a fact yes', {facts: {supervised: 'yes'}}, '“supervised” in facts is "yes"'],
    ['a fact true', {facts: {supervised: true}}, '“supervised” in facts is true'],
  ])('%s: refused by name, with what to give', (_name, question, message) => {
    const give = () => screenUntyped(question)
    expect(give).toThrow(TypeError)
    expect(give).toThrow(message)
    expect(give).toThrow(/: give present, unknown, absent, or leave it out\.$/u)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'osteoporosis'],
    ['a list', ['osteoporosis']],
    ['a Map', new Map([['osteoporosis', 'present']])],
    ['search parameters', new URLSearchParams({osteoporosis: 'present'})],
  ])('%s in place of answers: refused, not taken as none', (_name, answers) => {
    expect(() => screenUntyped({profile: answers})).toThrow(TypeError)
    expect(() => screenUntyped({profile: answers})).toThrow('profile is not an object of answers')
    if (answers === undefined || answers === null) return
    expect(() => screenUntyped({redFlags: answers})).toThrow('redFlags is not an object of answers')
    expect(() => screenUntyped({facts: answers})).toThrow('facts is not an object of answers')
  })

  it('are refused before a question is chosen by them too', () => {
    expect(() => needUntyped({profile: {osteoporosis: 'yes'}})).toThrow('“osteoporosis” in profile is "yes"')
    expect(() => needUntyped({facts: {supervised: 'yes'}})).toThrow('“supervised” in facts is "yes"')
  })

  it('are refused although a red flag is present', () => {
    const question = {profile: {osteoporosis: 'yes'}, redFlags: {'cauda-equina': 'present'}}
    expect(() => screenUntyped(question)).toThrow('“osteoporosis” in profile')
  })
})

describe('answers that are', () => {
  it.each([
    {profile: {osteoporosis: 'present', pregnancy: {state: 'present', stage: 't2'}, sciatica: 'unknown'}},
    {profile: {pregnancy: {state: 'absent', stage: null}}},
    {profile: {pregnancy: {state: 'present', stage: undefined}}},
    {profile: Object.create(null)},
    {redFlags: {'cauda-equina': 'absent'}, facts: {supervised: 'absent', 'modification-used': 'unknown'}},
    {redFlags: undefined, facts: undefined},
  ])('are taken: %j', (question) => {
    expect(screenUntyped(question)).toMatchObject({problems: [], seekCare: null})
  })
})
