import {objectList} from '../builders/objectList.ts'
import {references} from '../builders/reference.ts'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {
  generatedId,
  generatedName,
  referTo,
  referToAny,
  referToSome,
  type GeneratorContext,
} from './generatorContext.ts'
import {sentence, textUpTo, title} from './prose.ts'
import type {Random} from './random.ts'

/** Every fourth exercise uses patterns that rules restrict; articles recommend only the others. */
export function isRestricted(index: number): boolean {
  return index % 4 === 3
}

/** An exercise near `index` that no rule restricts. */
export function gentleIndex(context: GeneratorContext, random: Random): number {
  const index = random.between(0, context.plan.exercise - 1)
  return isRestricted(index) ? index - 1 : index
}

function patterns(context: GeneratorContext, random: Random, index: number): readonly unknown[] {
  const parity = isRestricted(index) ? 1 : 0
  const half = Math.floor(context.plan.movementPattern / 2)
  const chosen = random.sample(
    Array.from({length: half}, (_, entry) => entry * 2 + parity),
    2,
  )
  return objectList(
    'exercisePattern',
    chosen.map((pattern, position) => ({
      pattern: referTo('movementPattern', pattern),
      qualifiers: {
        load: random.pick(['none', 'body', 'external']),
        range: random.pick(['mid', 'end']),
        speed: 'controlled',
        side: random.pick(['bilateral', 'unilateral', 'alternating']),
      },
      role: position === 0 ? 'primary' : 'secondary',
    })),
  )
}

function steps(random: Random): readonly unknown[] {
  return objectList(
    'exerciseStep',
    Array.from({length: random.between(4, 7)}, (_, step) => ({
      text: sentence(random),
      cue: sentence(random),
      ...(random.chance(40) ? {caution: sentence(random)} : {}),
      holdsDosage: step === 2,
    })),
  )
}

/** An exercise of about 4 to 5 KB. */
export function generateExercise(context: GeneratorContext, index: number): SampleDocument {
  const random = context.randomFor('exercise', index)
  const other = isRestricted(index) ? index - 1 : gentleIndex(context, random)
  return {
    _id: generatedId('exercise', index),
    _type: 'exercise',
    title: title(random, index),
    slug: {_type: 'slug', current: `exercise-${generatedName(index)}`},
    language: 'en',
    purpose: textUpTo(random, 190),
    kind: random.pick(['aerobic', 'strength', 'flexibility', 'mobility', 'balance', 'motor-control']),
    patterns: patterns(context, random, index),
    positions: random.sample(
      ['supine', 'seated', 'standing', 'quadruped', 'side-lying'],
      random.between(1, 2),
    ),
    bodyRegions: random.sample(['lumbar', 'thoracic', 'hip', 'abdomen', 'leg'], random.between(1, 3)),
    muscles: {primary: ['trunk muscles'], secondary: ['buttocks', 'thighs']},
    equipment: objectList('equipmentUse', [
      {item: random.pick(['mat', 'chair', 'wall', 'towel']), optional: true},
    ]),
    settings: ['home'],
    difficulty: random.between(1, 5),
    supervision: random.pick(['self', 'learn-with-clinician-first', 'supervised']),
    steps: steps(random),
    stopIf: objectList('stopSign', [
      {text: sentence(random), carePathway: referTo('carePathway', 0)},
      {text: sentence(random)},
    ]),
    commonErrors: [`${sentence(random)} First.`, `${sentence(random)} Second.`],
    dosages: objectList('dosage', [
      {
        sets: {min: 1, max: random.between(1, 3)},
        reps: {min: 5, max: random.between(5, 12), unit: 'rep'},
        frequency: {min: 2, max: 5, per: 'week'},
        sourceText: 'Generated dosage, for tests alone.',
        confidence: 'stated',
      },
    ]),
    ...(other === index
      ? {}
      : {
          alternatives: objectList('alternative', [
            {exercise: referTo('exercise', other), why: sentence(random)},
          ]),
        }),
    evidence: objectList('exerciseEvidence', [
      {
        citation: referToAny(context, random, 'citation'),
        supports: 'effect',
        populations: referToSome(context, random, 'condition', 2),
        locator: 'Abstract',
      },
    ]),
    aliases: objectList('exerciseAlias', [{text: title(random, index), note: sentence(random)}]),
  }
}

/** References to exercises of which no rule restricts any, each once. */
export function gentleReferences(
  context: GeneratorContext,
  random: Random,
  count: number,
): readonly unknown[] {
  const chosen = new Set(Array.from({length: count}, () => gentleIndex(context, random)))
  return references(...[...chosen].map((index) => generatedId('exercise', index)))
}
