import {objectList} from '../../builders/objectList.ts'
import {reference} from '../../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../../builders/sampleDocument.ts'
import {alternatives} from '../exercises/exercise.ts'

/** A condition by slug, perhaps at one of its stages. */
type Test = string | {readonly condition: string; readonly stage: string}

interface Rule {
  readonly title: string
  readonly target: Readonly<Record<string, unknown>>
  /** Groups that must all hold; a group holds when one of its conditions does. */
  readonly when: readonly (readonly Test[])[]
  readonly severity: 'absolute' | 'relative' | 'precaution'
  readonly organization?: string
  readonly rationale: string
  readonly saferAlternatives?: readonly (readonly [slug: string, why: string])[]
  readonly evidence?: readonly (readonly [citation: string, stance: string, locator: string])[]
  readonly basis: string
  readonly consensus: string
  readonly [field: string]: unknown
}

function test(entry: Test): Readonly<Record<string, unknown>> {
  const {condition, stage} = typeof entry === 'string' ? {condition: entry, stage: undefined} : entry
  return {
    condition: reference(`condition-${condition}`),
    ...(stage === undefined ? {} : {stage}),
    state: 'present',
  }
}

/** A rule document. Every rule of the sample waits for a clinician: it has no reviews. */
export function contraindication(slug: string, rule: Rule): SampleDocument {
  const {when, organization, saferAlternatives, evidence, ...fields} = rule
  return sluggedDocument('contraindication', slug, {
    scope: organization === undefined ? 'general' : 'provider-protocol',
    ...fields,
    when: {
      all: objectList(
        'conditionGroup',
        when.map((group) => ({any: objectList('conditionTest', group.map(test))})),
      ),
    },
    ...(organization === undefined ? {} : {organization: reference(`organization-${organization}`)}),
    ...(saferAlternatives === undefined ? {} : {saferAlternatives: alternatives(saferAlternatives)}),
    ...(evidence === undefined
      ? {}
      : {
          evidence: objectList(
            'ruleEvidence',
            evidence.map(([citation, stance, locator]) => ({
              _key: citation,
              citation: reference(`citation-${citation}`),
              stance,
              locator,
            })),
          ),
        }),
    effectiveFrom: '2026-11-01',
    reviewBy: '2027-11-01',
  })
}

/** Aims a rule at a movement pattern and everything narrower. */
export function onPattern(slug: string): Readonly<Record<string, unknown>> {
  return {kind: 'pattern', pattern: reference(`movement-pattern-${slug}`), includeNarrower: true}
}

export function onExercise(slug: string): Readonly<Record<string, unknown>> {
  return {kind: 'exercise', exercise: reference(`exercise-${slug}`)}
}

export function onPosition(position: string): Readonly<Record<string, unknown>> {
  return {kind: 'position', position}
}

export function onEquipment(equipment: string): Readonly<Record<string, unknown>> {
  return {kind: 'equipment', equipment}
}
