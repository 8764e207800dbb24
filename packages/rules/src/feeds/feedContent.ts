import type {Maybe, Schedule} from './schedule.ts'

/** Which articles a slot draws from; every part that is filled in must hold. References are ids. */
export interface FeedRule {
  readonly topics?: Maybe<{
    readonly any?: Maybe<readonly string[]>
    readonly all?: Maybe<readonly string[]>
    readonly none?: Maybe<readonly string[]>
  }>
  readonly conditions?: Maybe<readonly string[]>
  readonly kinds?: Maybe<readonly string[]>
  readonly authors?: Maybe<readonly string[]>
  readonly languages?: Maybe<readonly string[]>
  readonly maxAgeDays?: Maybe<number>
  readonly requireFreshReview?: Maybe<boolean>
  readonly maxReadingGrade?: Maybe<number>
  readonly exclude?: Maybe<readonly string[]>
}

export interface FeedSlot {
  readonly _key: string
  /** pinned, campaign, rule or fallback. */
  readonly kind?: Maybe<string>
  /** The id of a pinned article. */
  readonly pin?: Maybe<string>
  readonly window?: Maybe<Schedule>
  readonly rule?: Maybe<FeedRule>
  readonly limit?: Maybe<number>
  readonly diversity?: Maybe<{readonly maxPerTopic?: Maybe<number>; readonly maxPerAuthor?: Maybe<number>}>
}

/** Labels on links of off-site placements. */
export interface UtmTags {
  readonly source?: Maybe<string>
  readonly medium?: Maybe<string>
  readonly campaign?: Maybe<string>
  readonly content?: Maybe<string>
}

export interface FeedExperiment {
  readonly key?: Maybe<string>
  /** visitor or article. */
  readonly unit?: Maybe<string>
  readonly variants?: Maybe<
    readonly {readonly id?: Maybe<string>; readonly weight?: Maybe<number>; readonly feed?: Maybe<string>}[]
  >
}

export interface FeedFacts {
  readonly _id: string
  readonly title?: Maybe<string>
  readonly key?: Maybe<string>
  readonly placements?: Maybe<readonly string[]>
  readonly slots?: Maybe<readonly FeedSlot[]>
  readonly limit?: Maybe<number>
  readonly minItems?: Maybe<number>
  /** The id of the feed that fills up when this one has fewer than `minItems`. */
  readonly fallback?: Maybe<string>
  readonly excludeSelf?: Maybe<boolean>
  /** canonical, translation-group, series. */
  readonly dedupe?: Maybe<readonly string[]>
  /** newest, oldest, recently-reviewed, title; the first counts most. */
  readonly sort?: Maybe<readonly string[]>
  readonly utm?: Maybe<UtmTags>
  readonly experiment?: Maybe<FeedExperiment>
}

export interface CampaignFacts {
  readonly _id: string
  readonly title?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly status?: Maybe<string>
  readonly window?: Maybe<Schedule>
  readonly items?: Maybe<readonly {readonly article?: Maybe<string>; readonly weight?: Maybe<number>}[]>
  readonly feeds?: Maybe<readonly string[]>
  readonly priority?: Maybe<number>
}

/** What feeds read of an article; dates are ISO 8601, references are ids. */
export interface FeedCandidate {
  readonly _id: string
  readonly title?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly language?: Maybe<string>
  readonly kind?: Maybe<string>
  /** An article without this date, or with one in the future, is in no feed. */
  readonly publishedAt?: Maybe<string>
  readonly nextReviewDue?: Maybe<string>
  readonly lastReviewedAt?: Maybe<string>
  readonly topics?: Maybe<readonly string[]>
  /** The conditions of its audience. */
  readonly conditions?: Maybe<readonly string[]>
  readonly authors?: Maybe<readonly string[]>
  readonly readingGrade?: Maybe<number>
  readonly canonical?: Maybe<string>
  readonly translationGroup?: Maybe<string>
  readonly series?: Maybe<string>
}
