import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {arthritis} from './short/arthritis.ts'
import {holidayTravel} from './short/holidayTravel.ts'
import {jointHealth} from './short/jointHealth.ts'
import {kindsOfExercise} from './short/kindsOfExercise.ts'
import {lifestyleChanges} from './short/lifestyleChanges.ts'
import {techNeck} from './short/techNeck.ts'

/** The six articles of the list under the post of 2013: their titles and dates, short texts of our own. */
export const relatedArticles: readonly SampleDocument[] = [
  holidayTravel,
  kindsOfExercise,
  jointHealth,
  techNeck,
  arthritis,
  lifestyleChanges,
]
