import type {Choice} from './choice.ts'

/** Languages that documents can be written in (BCP 47). */
export const languages = [
  {value: 'en', title: 'English'},
  {value: 'es', title: 'Spanish'},
  {value: 'fr', title: 'French'},
  {value: 'pt', title: 'Portuguese'},
] as const satisfies readonly Choice[]

export const articleKinds = [
  {value: 'patient-guide', title: 'Patient guide'},
  {value: 'blog', title: 'Blog post'},
  {value: 'faq', title: 'Questions and answers'},
  {value: 'programme', title: 'Exercise programme'},
  {value: 'news', title: 'News'},
] as const satisfies readonly Choice[]

export const ageBands = [
  {value: 'any', title: 'Any age'},
  {value: 'child', title: 'Children'},
  {value: 'adolescent', title: 'Adolescents'},
  {value: 'adult', title: 'Adults'},
  {value: 'older-adult', title: 'Older adults'},
] as const satisfies readonly Choice[]

export const contributorRoles = [
  {value: 'author', title: 'Author'},
  {value: 'reviewer', title: 'Reviewer'},
  {value: 'editor', title: 'Editor'},
] as const satisfies readonly Choice[]

export const personRoles = [
  {value: 'author', title: 'Author'},
  {value: 'clinical-reviewer', title: 'Clinical reviewer'},
  {value: 'editor', title: 'Editor'},
] as const satisfies readonly Choice[]

export const clinicalScopes = [
  {value: 'physician', title: 'Physician'},
  {value: 'physician-assistant', title: 'Physician assistant'},
  {value: 'physical-therapist', title: 'Physical therapist'},
  {value: 'nurse', title: 'Nurse'},
  {value: 'other-clinician', title: 'Other clinician'},
  {value: 'non-clinician', title: 'Not a clinician'},
] as const satisfies readonly Choice[]

export const organizationKinds = [
  {value: 'clinic', title: 'Clinic'},
  {value: 'publisher', title: 'Publisher'},
  {value: 'guideline-body', title: 'Guideline body'},
  {value: 'journal', title: 'Journal'},
] as const satisfies readonly Choice[]

export const reviewScopes = [
  {value: 'clinical', title: 'Clinical'},
  {value: 'editorial', title: 'Editorial'},
  {value: 'legal', title: 'Legal'},
  {value: 'accessibility', title: 'Accessibility'},
  {value: 'language', title: 'Language'},
] as const satisfies readonly Choice[]

export const reviewOutcomes = [
  {value: 'approved', title: 'Approved'},
  {value: 'approved-with-changes', title: 'Approved with changes'},
  {value: 'rejected', title: 'Rejected'},
] as const satisfies readonly Choice[]

export const disclaimerPlacements = [
  {value: 'top', title: 'Above the text'},
  {value: 'bottom', title: 'Below the text'},
  {value: 'with-exercise', title: 'With each exercise'},
] as const satisfies readonly Choice[]

export const faqStatuses = [
  {value: 'answered', title: 'Answered'},
  {value: 'unanswered', title: 'Not answered yet'},
] as const satisfies readonly Choice[]

export const exerciseListIntents = [
  {value: 'recommend', title: 'Exercises to try'},
  {value: 'discourage', title: 'Exercises to leave out'},
  {value: 'neutral', title: 'Exercises mentioned'},
] as const satisfies readonly Choice[]

/** Weight of a warning in a text; red flags are care pathways, not warnings. */
export const warningSeverities = [
  {value: 'important', title: 'Important'},
  {value: 'caution', title: 'Caution'},
  {value: 'note', title: 'Note'},
] as const satisfies readonly Choice[]

export const codeSystems = [
  {value: 'MeSH', title: 'MeSH'},
  {value: 'ICD-10-CM', title: 'ICD-10-CM'},
  {value: 'SNOMED', title: 'SNOMED CT (needs a licence)'},
] as const satisfies readonly Choice[]
