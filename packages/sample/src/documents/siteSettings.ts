import {objectList} from '../builders/objectList.ts'
import {reference} from '../builders/reference.ts'
import type {SampleDocument} from '../builders/sampleDocument.ts'

const emergencyNumbers = [
  {_key: 'en-US', locale: 'en-US', number: '911'},
  {_key: 'es-US', locale: 'es-US', number: '911'},
  {_key: 'en-CA', locale: 'en-CA', number: '911'},
  {_key: 'en-GB', locale: 'en-GB', number: '999'},
  {_key: 'en-IE', locale: 'en-IE', number: '112'},
  {_key: 'en-AU', locale: 'en-AU', number: '000'},
  {_key: 'en-NZ', locale: 'en-NZ', number: '111'},
]

/** The settings of the site; the Studio knows them by this id. */
export const siteSettings: SampleDocument = {
  _id: 'siteSettings',
  _type: 'siteSettings',
  title: 'The Spine Center: back and neck health (sample)',
  description: 'Sample articles and exercises about back and neck pain. No clinician has reviewed them.',
  organization: reference('organization-spine-center'),
  timeZone: 'America/New_York',
  emergencyNumbers: objectList('emergencyNumber', emergencyNumbers),
  disclaimer: reference('disclaimer-sample'),
  relatedFeed: reference('feed-article-end'),
  reviewIntervalMonths: 36,
  readingGradeTarget: 8,
  bannedPhrases: [
    'cure',
    'cures',
    'guaranteed',
    'miracle',
    'pain-free for life',
    'proven to work',
    'risk-free',
    'safe for everyone',
  ],
  utm: {
    sources: ['newsletter'],
    mediums: ['email'],
    campaigns: ['monthly-letter', 'holiday-travel', 'new-year'],
  },
}
