import {expect, it} from 'vitest'
import {emergencyPhone} from './emergencyPhone.ts'

const settings = {
  emergencyNumbers: [
    {locale: 'en-US', number: '911'},
    {locale: 'en-GB', number: '999'},
    {locale: 'pt', number: '112'},
    {locale: null, number: '000'},
    {locale: 'not a locale', number: '001'},
    {locale: 'fr-CA', number: null},
  ],
}

it.each([
  ['en-US', '911'],
  ['es-US', '911'],
  ['en-us', '911'],
  ['es-Latn-US', '911'],
  ['cy-GB', '999'],
  ['pt', '112'],
  // Another region, or none: the number of elsewhere does not dial.
  ['en-AU', null],
  ['pt-BR', null],
  ['en', null],
  ['fr-CA', null],
  ['', null],
  ['not-a-locale-at-all', null],
])('for readers with %s it is %s', (locale, number) => {
  expect(emergencyPhone(settings, locale)).toBe(number)
})

it.each([null, undefined, {}, {emergencyNumbers: null}])('is none in the settings %j', (none) => {
  expect(emergencyPhone(none, 'en-US')).toBeNull()
})
