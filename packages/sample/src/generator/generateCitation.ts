import {objectList} from '../builders/objectList.ts'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {dayBefore, generatedId, referToSome, type GeneratorContext} from './generatorContext.ts'
import {sentences, textUpTo, title} from './prose.ts'

const families = [
  'Adams',
  'Baker',
  'Chen',
  'Diaz',
  'Evans',
  'Fischer',
  'Gupta',
  'Haddad',
  'Ito',
  'Jensen',
  'Kim',
  'Lopez',
]

/** A citation with a DOI under 10.5555, the prefix that Crossref keeps for examples. */
export function generateCitation(context: GeneratorContext, index: number): SampleDocument {
  const random = context.randomFor('citation', index)
  const firstPage = random.between(1, 900)
  const year = random.between(1990, 2024)
  const name = title(random, index)
  return {
    _id: generatedId('citation', index),
    _type: 'citation',
    cslType: 'article-journal',
    title: `${name}. A generated study of movement and back pain`,
    authors: objectList(
      'citationName',
      random
        .sample(families, random.between(2, 6))
        .map((family) => ({family, given: random.pick(['A. B.', 'C.', 'D. E.', 'F.'])})),
    ),
    issued: {year, month: random.between(1, 12)},
    containerTitle: `Journal of generated research ${random.between(1, 40)}`,
    volume: String(random.between(1, 60)),
    issue: String(random.between(1, 12)),
    page: `${firstPage}-${firstPage + random.between(4, 14)}`,
    language: 'en',
    identifiers: {doi: `10.5555/generated.${String(index).padStart(6, '0')}`},
    quality: {studyDesign: random.pick(['rct', 'sr', 'sr-ma', 'cohort', 'narrative', 'guideline'])},
    population: {
      conditions: referToSome(context, random, 'condition', 2),
      ageMin: 18,
      ageMax: random.between(50, 80),
      size: random.between(12, 4000),
      excludedOther: sentences(random, 2),
    },
    original: `${name}. A generated study of movement and back pain. (${year}).`,
    funding: textUpTo(random, 240),
    conflictOfInterest: textUpTo(random, 160),
    state: 'current',
    verification: {status: 'syntax-ok', method: 'Generated', at: dayBefore(context, random.between(1, 600))},
    notes: textUpTo(random, 700),
  }
}
