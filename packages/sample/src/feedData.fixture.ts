import type {CampaignFacts, FeedCandidate, FeedFacts} from '@spine-center/rules/feeds'
import {evaluateSync, parse} from 'groq-js'
import type {SampleDocument} from './builders/sampleDocument.ts'

const feedQuery = `{
  "feeds": *[_type == "feed"]{
    _id, title, key, placements, limit, minItems, excludeSelf, dedupe, sort, utm, "fallback": fallback._ref,
    "slots": slots[]{
      _key, kind, "pin": pin._ref, window, limit, diversity,
      "rule": rule{
        kinds, languages, maxAgeDays, requireFreshReview, maxReadingGrade,
        "topics": {"any": topics.any[]._ref, "all": topics.all[]._ref, "none": topics.none[]._ref},
        "conditions": conditions[]._ref, "authors": authors[]._ref, "exclude": exclude[]._ref
      }
    }
  },
  "campaigns": *[_type == "campaign"]{
    _id, title, "slug": slug.current, status, window, priority,
    "items": items[]{"article": article._ref, weight}, "feeds": feeds[]._ref
  },
  "candidates": *[_type == "article"]{
    _id, title, "slug": slug.current, language, kind, publishedAt, nextReviewDue,
    "topics": topics[]._ref, "conditions": audience.primary[]._ref, "authors": contributors[].person._ref,
    "readingGrade": audience.readingLevelTarget
  }
}`

/** What feeds read of a set of documents. */
export interface FeedData {
  readonly feeds: readonly FeedFacts[]
  readonly campaigns: readonly CampaignFacts[]
  readonly candidates: readonly FeedCandidate[]
}

function isFeedData(value: unknown): value is FeedData {
  return (
    typeof value === 'object' &&
    value !== null &&
    'feeds' in value &&
    'campaigns' in value &&
    'candidates' in value
  )
}

/** What feeds read of a set of documents, in the shape that a query of the lake gives. */
export function feedDataOf(documents: readonly SampleDocument[]): FeedData {
  const {data} = evaluateSync(parse(feedQuery), {dataset: documents})
  if (!isFeedData(data)) throw new TypeError('The query for feeds gave another shape than expected.')
  return data
}
