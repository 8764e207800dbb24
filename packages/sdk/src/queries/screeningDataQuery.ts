import {defineQuery} from 'groq'

/**
 * Everything that screening reads, in one request: references stay ids, because the rules walk the graph
 * themselves. Retired documents come along, so that the answer can say why an alternative is not offered.
 */
export const screeningDataQuery = defineQuery(`{
  "exercises": *[_type == "exercise"] | order(_id asc){
    _id,
    _type,
    _rev,
    title,
    "slug": slug.current,
    kind,
    positions,
    patterns[]{"pattern": pattern._ref, qualifiers},
    equipment[]{item, optional},
    evidence[]{"citation": citation._ref, supports, "populations": populations[]._ref, locator},
    alternatives[]{"exercise": exercise._ref, why},
    stopIf[]{text},
    reviews[]{scope, outcome, at, nextDue},
    retirement{reason, "replacedBy": replacedBy._ref}
  },
  "contraindications": *[_type == "contraindication"] | order(_id asc){
    _id,
    _type,
    _rev,
    title,
    "slug": slug.current,
    target{
      kind,
      "exercise": exercise._ref,
      "pattern": pattern._ref,
      position,
      exerciseKind,
      equipment,
      qualifiers,
      includeNarrower
    },
    when{all[]{any[]{"condition": condition._ref, stage, state}}},
    unless,
    severity,
    scope,
    "organization": organization._ref,
    rationale,
    mechanism,
    modification,
    saferAlternatives[]{"exercise": exercise._ref, why},
    noAlternativeReason,
    basis,
    certainty,
    consensus,
    evidence[]{"citation": citation._ref, stance, locator, quote},
    effectiveFrom,
    reviewBy,
    reviews[]{scope, outcome, at, nextDue},
    retirement{reason, "replacedBy": replacedBy._ref}
  },
  "movementPatterns": *[_type == "movementPattern"] | order(_id asc){
    _id,
    _type,
    _rev,
    "slug": slug.current,
    label,
    "broader": broader[]._ref
  },
  "conditions": *[_type == "condition"] | order(_id asc){
    _id,
    _type,
    _rev,
    "slug": slug.current,
    kind,
    label,
    patientLabel,
    question,
    "broader": broader[]._ref,
    "excludes": excludes[]._ref,
    stages[]{key, label}
  },
  "carePathways": *[_type == "carePathway"] | order(_id asc){
    _id,
    _type,
    "slug": slug.current,
    urgency,
    heading,
    signs[]{text},
    action{text, phone}
  }
}`)
