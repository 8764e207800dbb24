import type {Choice} from './choice.ts'

export const stances = [
  {value: 'supports', title: 'Supports it'},
  {value: 'opposes', title: 'Speaks against it'},
  {value: 'background', title: 'Background'},
] as const satisfies readonly Choice[]

export const agreements = [
  {value: 'supports', title: 'The source says this'},
  {value: 'partly', title: 'The source says part of this'},
  {value: 'does-not-support', title: 'The source does not say this'},
  {value: 'not-checked', title: 'Not checked yet'},
] as const satisfies readonly Choice[]

/** What a source shows about an exercise. */
export const exerciseEvidenceSubjects = [
  {value: 'effect', title: 'That it helps'},
  {value: 'safety', title: 'That it was tolerated'},
  {value: 'dosage', title: 'How much of it'},
] as const satisfies readonly Choice[]

export const studyDesigns = [
  {value: 'guideline', title: 'Guideline'},
  {value: 'sr-ma', title: 'Systematic review with meta-analysis'},
  {value: 'sr', title: 'Systematic review'},
  {value: 'rct', title: 'Randomized controlled trial'},
  {value: 'cohort', title: 'Cohort study'},
  {value: 'case-control', title: 'Case-control study'},
  {value: 'case-series', title: 'Case series'},
  {value: 'narrative', title: 'Narrative review'},
  {value: 'opinion', title: 'Opinion'},
  {value: 'news', title: 'News'},
  {value: 'web', title: 'Web page'},
] as const satisfies readonly Choice[]

export const citationStates = [
  {value: 'current', title: 'Current'},
  {value: 'corrected', title: 'Corrected'},
  {value: 'expression-of-concern', title: 'Expression of concern'},
  {value: 'retracted', title: 'Retracted'},
  {value: 'superseded', title: 'Superseded'},
] as const satisfies readonly Choice[]

export const verificationStatuses = [
  {value: 'unverified', title: 'Not verified'},
  {value: 'syntax-ok', title: 'Identifiers are well formed'},
  {value: 'matched', title: 'Matched with the record'},
  {value: 'mismatch', title: 'The record says something else'},
] as const satisfies readonly Choice[]

export const seasons = [
  {value: 'spring', title: 'Spring'},
  {value: 'summer', title: 'Summer'},
  {value: 'autumn', title: 'Autumn'},
  {value: 'winter', title: 'Winter'},
] as const satisfies readonly Choice[]

export const claimKinds = [
  {value: 'statistic', title: 'Statistic'},
  {value: 'prevalence', title: 'How common something is'},
  {value: 'effect', title: 'What something does'},
  {value: 'comparison', title: 'Comparison'},
  {value: 'mechanism', title: 'How something works'},
  {value: 'advice', title: 'Advice'},
] as const satisfies readonly Choice[]

export const claimStatuses = [
  {value: 'supported', title: 'Supported by its sources'},
  {value: 'unsupported', title: 'No source found'},
  {value: 'disputed', title: 'Disputed'},
  {value: 'opinion', title: 'Opinion of the authors'},
] as const satisfies readonly Choice[]
