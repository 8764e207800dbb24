import {bodyFields, textBlockFields} from './bodyFields.ts'
import {carePathwayFields} from './carePathwayFields.ts'
import {citationFields} from './citationFields.ts'
import {exerciseCardFields, exerciseInstructionFields, retirementFields} from './exerciseFields.ts'
import {figureFields} from './figureFields.ts'
import {personCardFields} from './personFields.ts'

/** An article as a card or a row of a list shows it. */
export const articleCardFields = `
  _id,
  _type,
  language,
  title,
  "slug": slug.current,
  kind,
  summary,
  publishedAt,
  leadFigure{${figureFields}},
  "topics": (topics[]->)[defined(_id)]{_id, _type, label, "slug": slug.current},
  "authors": (contributors[role == "author"].person->)[defined(_id)]{_id, _type, name, "slug": slug.current}
`

const audienceFields = `_id, _type, label, patientLabel, "slug": slug.current`

const exerciseUseFields = `
  _key,
  wording,
  caution,
  reason,
  noAlternativeReason,
  dosageOverride,
  "exercise": exercise._ref,
  "audience": (audience[]->)[defined(_id)]{${audienceFields}},
  alternatives[]{_key, why, "exercise": exercise._ref}
`

/**
 * An article with everything that its page shows. Exercises, care pathways, sources and people come in
 * lists of their own, in the order of first use, and may repeat; everything else refers to them by id.
 */
export const articleFields = `
  _id,
  _type,
  _updatedAt,
  language,
  title,
  "slug": slug.current,
  kind,
  summary,
  keyMessages,
  leadFigure{${figureFields}},
  body[]{${bodyFields}},
  faqs[]{_key, question, status, shortAnswer, anchor, claimKeys, answer[]{${textBlockFields}}},
  audience{
    "primary": (primary[]->)[defined(_id)]{${audienceFields}},
    "alsoFor": (alsoFor[]->)[defined(_id)]{${audienceFields}},
    "notFor": (notFor[]->)[defined(_id)]{${audienceFields}},
    ageBand,
    readingLevelTarget
  },
  "topics": (topics[]->)[defined(_id)]{_id, _type, label, "slug": slug.current},
  bodyRegions,
  recommends[]{${exerciseUseFields}},
  discourages[]{${exerciseUseFields}},
  claims[]{
    _key,
    text,
    kind,
    status,
    figures,
    evidence[]{_key, stance, agreement, locator, "citation": citation._ref}
  },
  "exercises": ([
    ...coalesce(body[_type == "exerciseCard"].exercise, []),
    ...coalesce(body[_type == "exerciseList"].exercises[], []),
    ...coalesce(recommends[].exercise, []),
    ...coalesce(discourages[].exercise, []),
    ...coalesce(recommends[].alternatives[].exercise, []),
    ...coalesce(discourages[].alternatives[].exercise, [])
  ][]->)[defined(_id)]{${exerciseCardFields}, ${exerciseInstructionFields}, ${retirementFields}},
  "citations": ([
    ...coalesce(body[_type == "block"].children[_type == "citationRef"].citation, []),
    ...coalesce(faqs[].answer[].children[_type == "citationRef"].citation, []),
    ...coalesce(claims[].evidence[].citation, [])
  ][]->)[defined(_id)]{${citationFields}},
  "carePathways": ([
    ...coalesce(carePathways[], []),
    ...coalesce(body[_type == "carePathwayRef"].carePathway, [])
  ][]->)[defined(_id)]{${carePathwayFields}},
  "people": ([...coalesce(contributors[].person, []), ...coalesce(reviews[].by, [])][]->)[defined(_id)]{${personCardFields}},
  "disclaimer": disclaimer->{_id, _type, key, text, placement, version},
  contributors[]{_key, role, "person": person._ref},
  publishedAt,
  reviews[]{_key, scope, role, at, outcome, nextDue, "by": by._ref},
  nextReviewDue,
  corrections[]{_key, at, text, was, now},
  disclosures[]{_key, text, period, "organization": organization->name},
  sponsor{label, "organization": organization->{_id, _type, name, url}},
  "relatedFeed": relatedFeed->key,
  seo{canonical, noindex, "socialImage": socialImage.asset->{_id, url, "width": metadata.dimensions.width, "height": metadata.dimensions.height}}
`
