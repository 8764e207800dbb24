import {objectList} from '../builders/objectList.ts'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {gentleIndex} from './generateExercise.ts'
import {
  dayBefore,
  generatedId,
  generatedName,
  referTo,
  referToAny,
  type GeneratorContext,
} from './generatorContext.ts'
import {sentences, textUpTo} from './prose.ts'
import type {Random} from './random.ts'

/** Aims at the patterns with odd numbers, or at one exercise that uses them. */
function target(context: GeneratorContext, random: Random): unknown {
  if (random.chance(30)) {
    const index = random.between(0, Math.floor(context.plan.exercise / 4) - 1) * 4 + 3
    return {kind: 'exercise', exercise: referTo('exercise', index)}
  }
  const odd = random.between(0, Math.floor(context.plan.movementPattern / 2) - 1) * 2 + 1
  return {kind: 'pattern', pattern: referTo('movementPattern', odd), includeNarrower: true}
}

function when(context: GeneratorContext, random: Random): unknown {
  const groups = Array.from({length: random.between(1, 2)}, () => ({
    any: objectList(
      'conditionTest',
      Array.from({length: random.between(1, 4)}, () => ({
        condition: referToAny(context, random, 'condition'),
        ...(random.chance(30) ? {stage: random.pick(['early', 'late'])} : {}),
        state: 'present',
      })),
    ),
  }))
  return {all: objectList('conditionGroup', groups)}
}

/** A rule of about 3 KB. */
export function generateRule(context: GeneratorContext, index: number): SampleDocument {
  const random = context.randomFor('contraindication', index)
  const alternatives = new Set([gentleIndex(context, random), gentleIndex(context, random)])
  return {
    _id: generatedId('contraindication', index),
    _type: 'contraindication',
    title: `Generated rule ${index + 1}`,
    slug: {_type: 'slug', current: `rule-${generatedName(index)}`},
    target: target(context, random),
    when: when(context, random),
    unless: ['cleared-by-clinician'],
    severity: random.pick(['absolute', 'relative', 'relative', 'precaution']),
    scope: 'general',
    rationale: textUpTo(random, 390),
    mechanism: sentences(random, 4),
    modification: sentences(random, 3),
    saferAlternatives: objectList(
      'alternative',
      [...alternatives].map((exercise) => ({
        exercise: referTo('exercise', exercise),
        why: sentences(random, 2),
      })),
    ),
    basis: 'guideline',
    certainty: {scale: 'GRADE', value: random.pick(['low', 'moderate', 'high'])},
    consensus: random.pick(['settled', 'mixed']),
    evidence: objectList(
      'ruleEvidence',
      [0, 1].map((entry) => ({
        _key: `source-${entry + 1}`,
        citation: referToAny(context, random, 'citation'),
        stance: entry === 0 ? 'supports' : 'background',
        locator: `p. ${random.between(1, 900)}`,
      })),
    ),
    effectiveFrom: dayBefore(context, random.between(100, 900)),
    reviewBy: dayBefore(context, -random.between(100, 900)),
  }
}
