import type {Choice} from './choice.ts'

export const placements = [
  {value: 'article-end', title: 'Below an article'},
  {value: 'hub', title: 'On a hub page'},
  {value: 'newsletter', title: 'In the newsletter (off-site)'},
  {value: 'social', title: 'On social media (off-site)'},
] as const satisfies readonly Choice[]

export const slotKinds = [
  {value: 'pinned', title: 'Pinned article'},
  {value: 'campaign', title: 'Running campaigns'},
  {value: 'rule', title: 'Rule'},
  {value: 'fallback', title: 'Back-fill'},
] as const satisfies readonly Choice[]

export const dedupeKeys = [
  {value: 'canonical', title: 'Same article'},
  {value: 'translation-group', title: 'Same article in another language'},
  {value: 'series', title: 'Same series'},
] as const satisfies readonly Choice[]

export const feedSortKeys = [
  {value: 'newest', title: 'Newest first'},
  {value: 'oldest', title: 'Oldest first'},
  {value: 'recently-reviewed', title: 'Most recently reviewed first'},
  {value: 'title', title: 'By title'},
] as const satisfies readonly Choice[]

export const experimentUnits = [
  {value: 'visitor', title: 'Visitor'},
  {value: 'article', title: 'Host article'},
] as const satisfies readonly Choice[]

export const campaignStatuses = [
  {value: 'active', title: 'Active'},
  {value: 'paused', title: 'Paused'},
] as const satisfies readonly Choice[]

export const recurrences = [
  {value: 'none', title: 'Once'},
  {value: 'yearly', title: 'Every year'},
  {value: 'rrule', title: 'By a recurrence rule (RFC 5545)'},
] as const satisfies readonly Choice[]

/** What a local time that does not exist, or exists twice, means (Temporal's `disambiguation`). */
export const disambiguations = [
  {value: 'compatible', title: 'As calendars do (later for a gap, earlier for an overlap)'},
  {value: 'earlier', title: 'The earlier one'},
  {value: 'later', title: 'The later one'},
] as const satisfies readonly Choice[]
