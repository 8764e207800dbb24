import type {Choice} from './choice.ts'

export const repetitionUnits = [
  {value: 'rep', title: 'Repetitions'},
  {value: 'step', title: 'Steps'},
  {value: 'breath', title: 'Breaths'},
] as const satisfies readonly Choice[]

export const durationUnits = [
  {value: 's', title: 'Seconds'},
  {value: 'min', title: 'Minutes'},
] as const satisfies readonly Choice[]

export const distanceUnits = [
  {value: 'm', title: 'Metres'},
  {value: 'km', title: 'Kilometres'},
  {value: 'mi', title: 'Miles'},
] as const satisfies readonly Choice[]

export const frequencyPeriods = [
  {value: 'day', title: 'A day'},
  {value: 'week', title: 'A week'},
] as const satisfies readonly Choice[]

export const weekdays = [
  {value: 'mon', title: 'Monday'},
  {value: 'tue', title: 'Tuesday'},
  {value: 'wed', title: 'Wednesday'},
  {value: 'thu', title: 'Thursday'},
  {value: 'fri', title: 'Friday'},
  {value: 'sat', title: 'Saturday'},
  {value: 'sun', title: 'Sunday'},
] as const satisfies readonly Choice[]

export const intensityScales = [
  {value: 'rpe-10', title: 'Effort from 0 to 10 (RPE)'},
  {value: 'talk-test', title: 'Talk test (1 can sing, 2 can talk, 3 cannot talk)'},
  {value: 'percent-1rm', title: 'Percent of one-repetition maximum'},
  {value: 'heart-rate-zone', title: 'Heart-rate zone (1 to 5)'},
] as const satisfies readonly Choice[]

/** How sure we are that a dosage is what the source says. */
export const dosageConfidences = [
  {value: 'stated', title: 'Stated in the source'},
  {value: 'derived', title: 'Worked out from the source'},
  {value: 'assumed', title: 'Assumed, not in the source'},
] as const satisfies readonly Choice[]
