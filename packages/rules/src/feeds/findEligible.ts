import {compareText} from '../compareText.ts'
import type {FeedCandidate, FeedRule} from './feedContent.ts'
import type {Maybe} from './schedule.ts'

const DAY_MS = 86_400_000

/** An article that a rule admits from `start` on, until `end`, in milliseconds since 1970. */
export interface Eligible<C extends FeedCandidate> {
  readonly candidate: C
  readonly start: number
  readonly end: number
}

/** The articles that a rule admits at some time, in the feed's order; what changes with time is their span. */
export function findEligible<C extends FeedCandidate>(
  rule: FeedRule,
  sort: readonly string[],
  locale: string | null,
  candidates: readonly C[],
): Eligible<C>[] {
  const admits = createFilter(rule, locale)
  return candidates
    .filter(admits)
    .map((candidate) => spanOf(candidate, rule))
    .filter(({start, end}) => start < end)
    .toSorted(compareBy(sort))
}

function createFilter(rule: FeedRule, locale: string | null): (candidate: FeedCandidate) => boolean {
  const {any, all, none} = rule.topics ?? {}
  const languages =
    rule.languages && rule.languages.length > 0 ? rule.languages : locale === null ? [] : [locale]
  const {maxReadingGrade} = rule
  return (one) =>
    admitsAny(any, one.topics) &&
    (all ?? []).every((topic) => (one.topics ?? []).includes(topic)) &&
    !shares(one.topics, none) &&
    admitsAny(rule.conditions, one.conditions) &&
    admitsAny(rule.kinds, [one.kind ?? '']) &&
    admitsAny(rule.authors, one.authors) &&
    (languages.length === 0 || !one.language || languages.includes(one.language)) &&
    (typeof maxReadingGrade !== 'number' || (one.readingGrade ?? Infinity) <= maxReadingGrade) &&
    !(rule.exclude ?? []).includes(one._id)
}

function spanOf<C extends FeedCandidate>(candidate: C, rule: FeedRule): Eligible<C> {
  const start = publishedFrom(candidate)
  const tooOld = typeof rule.maxAgeDays === 'number' ? start + rule.maxAgeDays * DAY_MS : Infinity
  const overdue = rule.requireFreshReview ? instantOf(candidate.nextReviewDue, -Infinity) : Infinity
  return {candidate, start, end: Math.min(tooOld, overdue)}
}

/** When an article may first be shown; never, when it has no date of publication. */
export function publishedFrom(candidate: FeedCandidate): number {
  return instantOf(candidate.publishedAt, Infinity)
}

function instantOf(date: Maybe<string>, otherwise: number): number {
  const instant = date ? Date.parse(date) : Number.NaN
  return Number.isNaN(instant) ? otherwise : instant
}

/** Ids settle what the keys leave equal, so that the order never depends on the order given. */
function compareBy(
  sort: readonly string[],
): (a: Eligible<FeedCandidate>, b: Eligible<FeedCandidate>) => number {
  const keys = sort.length > 0 ? sort : ['newest']
  return (a, b) => {
    for (const key of keys) {
      const difference = compareKey(key, a, b)
      if (difference !== 0) return difference
    }
    return compareText(a.candidate._id, b.candidate._id)
  }
}

function compareKey(key: string, a: Eligible<FeedCandidate>, b: Eligible<FeedCandidate>): number {
  if (key === 'newest') return b.start - a.start
  if (key === 'oldest') return a.start - b.start
  if (key === 'title') return compareText(titleKey(a.candidate), titleKey(b.candidate))
  if (key !== 'recently-reviewed') return 0
  const [one, other] = [reviewed(a.candidate), reviewed(b.candidate)]
  return one === other ? 0 : other - one
}

function reviewed(candidate: FeedCandidate): number {
  return instantOf(candidate.lastReviewedAt, -Infinity)
}

/** By code point and without case: the same on every machine, whatever its locale data. */
function titleKey(candidate: FeedCandidate): string {
  return (candidate.title ?? '').toLowerCase()
}

/** What is not asked for admits all. */
function admitsAny(wanted: Maybe<readonly string[]>, own: Maybe<readonly string[]>): boolean {
  return !wanted || wanted.length === 0 || shares(own, wanted)
}

function shares(own: Maybe<readonly string[]>, wanted: Maybe<readonly string[]>): boolean {
  return (own ?? []).some((id) => (wanted ?? []).includes(id))
}
