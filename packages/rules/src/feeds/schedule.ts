/** A value that a projection may leave out: GROQ gives `null` for what a document does not have. */
export type Maybe<T> = T | null | undefined

/** Which instant a local time means that does not exist or exists twice, as Temporal names it. */
export type Disambiguation = 'compatible' | 'earlier' | 'later'

/**
 * A window of time in local time and an IANA zone; never a converted instant, because the law on time
 * zones changes. Windows are half-open: the start is in, the end is not.
 */
export interface Schedule {
  readonly zone?: Maybe<string>
  readonly recurrence?: Maybe<string>
  /** Local date and time, `2026-11-26T09:00`, or a date for its first moment. */
  readonly start?: Maybe<string>
  readonly end?: Maybe<string>
  /** Month and day, `11-01`; both days are in. `to` may lie in the next year. */
  readonly yearly?: Maybe<{readonly from?: Maybe<string>; readonly to?: Maybe<string>}>
  readonly rrule?: Maybe<string>
  /** Local dates, `2026-12-25`, on which the schedule rests. */
  readonly exceptions?: Maybe<readonly string[]>
  readonly disambiguation?: Maybe<string>
}

/** Milliseconds since 1970; `-Infinity` and `Infinity` where a window has no start or end. */
export interface TimeWindow {
  readonly start: number
  readonly end: number
}

/** A local time that the zone skips (`gap`) or has twice (`overlap`), and the instant it was taken for. */
export interface ScheduleNote {
  readonly kind: 'gap' | 'overlap'
  readonly local: string
  readonly zone: string
  readonly instant: string
}

/** Why a schedule cannot be used; such a schedule is never active. */
export interface ScheduleProblem {
  readonly code: 'missing-zone' | 'unknown-zone' | 'malformed' | 'empty' | 'unsupported'
  readonly path: string
  readonly message: string
}

/**
 * Gives the starts of an RFC 5545 recurrence in `[after, before)` as milliseconds since 1970.
 *
 * The package has no engine for recurrence rules of its own: pass one, such as `rrule-temporal`.
 */
export type ExpandRecurrence = (input: {
  readonly rrule: string
  /** Local date and time of the first run. */
  readonly start: string
  readonly zone: string
  readonly after: number
  readonly before: number
}) => readonly number[]
