import type {ArticleFacts, ScreeningData} from '@spine-center/rules/safety'
import {evaluateSync, parse} from 'groq-js'
import type {SampleDocument} from './builders/sampleDocument.ts'

const screeningQuery = `{
  "exercises": *[_type == "exercise"]{
    _id, title, "slug": slug.current, kind, positions, equipment[]{item, optional},
    "patterns": patterns[]{"pattern": pattern._ref, qualifiers},
    "evidence": evidence[]{"citation": citation._ref, supports, locator, "population": populations[]._ref},
    "alternatives": alternatives[]{"exercise": exercise._ref, "forReason": why},
    stopIf[]{text}, reviews
  },
  "contraindications": *[_type == "contraindication"]{
    _id, title, "slug": slug.current,
    "target": {
      "kind": target.kind, "exercise": target.exercise._ref, "pattern": target.pattern._ref,
      "position": target.position, "exerciseKind": target.exerciseKind, "equipment": target.equipment,
      "qualifiers": target.qualifiers, "includeNarrower": target.includeNarrower
    },
    "when": {"all": when.all[]{"any": any[]{"condition": condition._ref, stage, state}}},
    unless, severity, scope, "organization": organization._ref, rationale, mechanism, modification,
    "saferAlternatives": saferAlternatives[]{"exercise": exercise._ref, why},
    noAlternativeReason, basis, certainty, consensus,
    "evidence": evidence[]{"citation": citation._ref, stance, locator}, effectiveFrom, reviewBy, reviews
  },
  "movementPatterns": *[_type == "movementPattern"]{_id, label, "slug": slug.current, "broader": broader[]._ref},
  "conditions": *[_type == "condition"]{
    _id, label, patientLabel, question, "slug": slug.current, stages,
    "broader": broader[]._ref, "excludes": excludes[]._ref
  },
  "carePathways": *[_type == "carePathway"]{_id, "slug": slug.current, urgency, heading, signs, action}
}`

const articlesQuery = `*[_type == "article"]{
  _id,
  "audience": {"primary": audience.primary[]._ref, "alsoFor": audience.alsoFor[]._ref},
  "recommends": recommends[]{
    _key, "exercise": exercise._ref, "audience": audience[]._ref, caution,
    "alternatives": alternatives[]{_key, "exercise": exercise._ref}, noAlternativeReason
  },
  "discourages": discourages[]{
    _key, "exercise": exercise._ref, "audience": audience[]._ref, caution,
    "alternatives": alternatives[]{_key, "exercise": exercise._ref}, noAlternativeReason
  },
  "carePathways": carePathways[]._ref,
  "disclaimer": disclaimer._ref
}`

function query(text: string, documents: readonly SampleDocument[]): unknown {
  return evaluateSync(parse(text), {dataset: documents}).data
}

function isScreeningData(value: unknown): value is ScreeningData {
  return typeof value === 'object' && value !== null && 'exercises' in value && Array.isArray(value.exercises)
}

function isArticleList(value: unknown): value is readonly ArticleFacts[] {
  return (
    Array.isArray(value) &&
    value.every((entry: unknown) => typeof entry === 'object' && entry !== null && '_id' in entry)
  )
}

/** What screening reads of a set of documents, in the shape that a query of the lake gives. */
export function screeningDataOf(documents: readonly SampleDocument[]): ScreeningData {
  const data = query(screeningQuery, documents)
  if (!isScreeningData(data)) throw new TypeError('The screening query gave another shape than expected.')
  return data
}

/** What the checks of an article read, for every article of a set of documents. */
export function articleFactsOf(documents: readonly SampleDocument[]): readonly ArticleFacts[] {
  const articles = query(articlesQuery, documents)
  if (!isArticleList(articles))
    throw new TypeError('The query for articles gave another shape than expected.')
  return articles
}
