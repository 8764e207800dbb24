import {objectList} from '../../builders/objectList.ts'
import {picture} from '../../builders/picture.ts'
import {reference, references} from '../../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../../builders/sampleDocument.ts'
import {pictures} from '../../drawing/pictures.ts'

interface Qualifiers {
  readonly load?: string
  readonly range?: string
  readonly speed?: string
  readonly side?: string
}

interface Step {
  readonly text: string
  readonly cue?: string
  readonly caution?: string
  readonly holdsDosage?: boolean
}

interface Exercise {
  readonly title: string
  readonly purpose: string
  readonly kind: string
  /** Movement patterns by slug; the first is the main movement. */
  readonly patterns: readonly (readonly [slug: string, qualifiers: Qualifiers])[]
  readonly positions: readonly string[]
  readonly bodyRegions: readonly string[]
  readonly muscles?: Readonly<Record<string, readonly string[]>>
  readonly equipment?: readonly Readonly<Record<string, unknown>>[]
  readonly settings: readonly string[]
  readonly difficulty: number
  readonly supervision: string
  readonly steps: readonly Step[]
  readonly stopIf: readonly (readonly [text: string, carePathway?: string])[]
  readonly commonErrors: readonly string[]
  readonly dosages?: readonly Readonly<Record<string, unknown>>[]
  readonly progressionOf?: readonly string[]
  readonly alternatives?: readonly (readonly [slug: string, why: string])[]
  readonly aliases?: readonly Readonly<Record<string, string>>[]
  readonly evidence?: readonly Readonly<Record<string, unknown>>[]
}

/** An alternative: another exercise by slug, and why it is the better choice. */
export function alternatives(
  entries: readonly (readonly [slug: string, why: string])[],
): readonly Readonly<Record<string, unknown>>[] {
  return objectList(
    'alternative',
    entries.map(([slug, why]) => ({_key: slug, exercise: reference(`exercise-${slug}`), why})),
  )
}

function optional(name: string, list: readonly unknown[] | undefined): Readonly<Record<string, unknown>> {
  return list === undefined || list.length === 0 ? {} : {[name]: list}
}

function figures(slug: string): readonly Readonly<Record<string, unknown>>[] {
  const found = pictures.find(({file}) => file === `${slug}.svg`)
  return found === undefined ? [] : [{_key: 'positions', ...picture(found.file, found.alt)}]
}

/** An exercise document; its picture is the one whose file has the same name, if there is one. */
export function exercise(slug: string, facts: Exercise): SampleDocument {
  const {patterns, steps, stopIf, equipment, dosages, progressionOf, aliases, evidence, ...fields} = facts
  return sluggedDocument('exercise', slug, {
    ...fields,
    language: 'en',
    patterns: objectList(
      'exercisePattern',
      patterns.map(([pattern, qualifiers], index) => ({
        pattern: reference(`movement-pattern-${pattern}`),
        qualifiers,
        role: index === 0 ? 'primary' : 'secondary',
      })),
    ),
    steps: objectList(
      'exerciseStep',
      steps.map((step) => ({holdsDosage: false, ...step})),
    ),
    stopIf: objectList(
      'stopSign',
      stopIf.map(([text, pathway]) => ({
        text,
        ...(pathway === undefined ? {} : {carePathway: reference(`care-pathway-${pathway}`)}),
      })),
    ),
    ...optional('equipment', equipment && objectList('equipmentUse', equipment)),
    ...optional('dosages', dosages && objectList('dosage', dosages)),
    ...optional(
      'progressionOf',
      progressionOf && references(...progressionOf.map((name) => `exercise-${name}`)),
    ),
    ...optional('alternatives', fields.alternatives && alternatives(fields.alternatives)),
    ...optional('aliases', aliases && objectList('exerciseAlias', aliases)),
    ...optional('evidence', evidence && objectList('exerciseEvidence', evidence)),
    ...optional('images', figures(slug)),
  })
}

/** Signs at which to stop any exercise for the back. */
export const backStopSigns: readonly (readonly [text: string, carePathway?: string])[] = [
  ['pain in the back gets sharper with each repetition'],
  ['pain, numbness or weakness spreads down a leg', 'progressive-weakness'],
  ['you feel numb between the legs, or lose control of bladder or bowels', 'cauda-equina'],
]

/** Signs at which to stop any aerobic exercise. */
export const aerobicStopSigns: readonly (readonly [text: string, carePathway?: string])[] = [
  ['your chest hurts, you cannot get your breath, or you feel faint', 'chest-pain-or-collapse'],
  ['pain spreads down a leg, or a leg feels weak or numb', 'progressive-weakness'],
  ['back pain grows with each minute and does not ease when you slow down'],
]

/** The weekly amount of the WHO guideline, broken into five days; the guideline states the week alone. */
export const weeklyActivity: Readonly<Record<string, unknown>> = {
  label: 'Adults in general',
  duration: {min: 30, max: 60, unit: 'min'},
  frequency: {min: 5, max: 5, per: 'week'},
  intensity: {min: 2, max: 2, scale: 'talk-test'},
  progress: {
    start: 'a few minutes at a pace at which you can talk',
    towards: 'the weekly amount, over weeks',
  },
  sourceText: '150–300 min of moderate-intensity physical activity per week',
  confidence: 'derived',
}

export const weeklyActivityEvidence: Readonly<Record<string, unknown>> = {
  citation: reference('citation-bull-2020'),
  supports: 'dosage',
  populations: references('condition-anyone'),
  locator: 'Abstract: adults, aerobic activity',
}
