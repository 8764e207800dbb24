import {defineQuery} from 'groq'
import {afterRow} from './fragments/afterRow.ts'
import {carePathwayFields} from './fragments/carePathwayFields.ts'
import {citationFields} from './fragments/citationFields.ts'
import {conditionCardFields} from './fragments/conditionFields.ts'
import {exerciseCardFields, retirementFields} from './fragments/exerciseFields.ts'
import {isInForce} from './fragments/inForce.ts'
import {reviewFields} from './fragments/personFields.ts'

/** Rules in force at `$asOf`, with their grounds and alternatives. */
export const contraindicationsQuery = defineQuery(`
  *[
    _type == "contraindication"
    && ${isInForce}
    && ($severity == null || severity == $severity)
    && ($condition == null || $condition in when.all[].any[].condition->slug.current)
    && ($pattern == null || target.pattern->slug.current == $pattern)
    && ${afterRow('title')}
  ]
  | order(title asc, _id asc)[0...$limit]{
    _id,
    _type,
    title,
    "slug": slug.current,
    target{
      kind,
      "pattern": pattern->{_id, _type, label, "slug": slug.current},
      "exercise": exercise->{${exerciseCardFields}},
      position,
      exerciseKind,
      equipment,
      qualifiers,
      includeNarrower
    },
    when{all[]{_key, any[]{_key, state, stage, "condition": condition->{${conditionCardFields}}}}},
    unless,
    severity,
    scope,
    "organization": organization->{_id, _type, name},
    rationale,
    mechanism,
    modification,
    saferAlternatives[]{_key, why, "exercise": exercise->{${exerciseCardFields}, ${retirementFields}}},
    noAlternativeReason,
    basis,
    certainty,
    consensus,
    evidence[]{_key, stance, locator, quote, "citation": citation->{${citationFields}}},
    effectiveFrom,
    reviewBy,
    reviews[]{${reviewFields}}
  }
`)

/** What a reader can say of themselves, with the question that asks for it. */
export const conditionsQuery = defineQuery(`
  *[
    _type == "condition"
    && ($kind == null || kind == $kind)
    && ${afterRow('label')}
  ]
  | order(label asc, _id asc)[0...$limit]{
    ${conditionCardFields},
    question,
    stages[]{_key, key, label, min, max, unit},
    "broader": (broader[]->)[defined(_id)]{${conditionCardFields}},
    "excludes": (excludes[]->)[defined(_id)]{${conditionCardFields}},
    codes[]{_key, system, code, display}
  }
`)

/** Ways of moving that rules name. */
export const movementPatternsQuery = defineQuery(`
  *[
    _type == "movementPattern"
    && ($axis == null || axis == $axis)
    && ${afterRow('label')}
  ]
  | order(label asc, _id asc)[0...$limit]{
    _id,
    _type,
    label,
    "slug": slug.current,
    definition,
    axis,
    joints,
    "broader": (broader[]->)[defined(_id)]{_id, _type, label, "slug": slug.current},
    "opposite": opposite->{_id, _type, label, "slug": slug.current}
  }
`)

/** Red flags and where to find help. */
export const carePathwaysQuery = defineQuery(`
  *[
    _type == "carePathway"
    && ($language == null || language == $language)
    && ($urgency == null || urgency == $urgency)
    && ($condition == null || !defined(appliesTo) || $condition in appliesTo[]->slug.current)
    && ${afterRow('heading')}
  ]
  | order(heading asc, _id asc)[0...$limit]{
    ${carePathwayFields},
    "sources": (sources[]->)[defined(_id)]{${citationFields}},
    reviews[]{${reviewFields}}
  }
`)
