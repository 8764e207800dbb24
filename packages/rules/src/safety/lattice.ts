/** How far the published content restricts an exercise, from least to most. */
export const RESTRICTION_LEVELS = [
  'no-restriction-recorded',
  'caution',
  'ask-first',
  'avoid',
  'seek-care',
] as const

export type RestrictionLevel = (typeof RESTRICTION_LEVELS)[number]

/** What is shown: a restriction level, or `positively-suitable` where nothing restricts and a statement supports. */
export type Verdict = 'positively-suitable' | RestrictionLevel

/** Position on the lattice; higher restricts more. */
export function rankOf(level: RestrictionLevel): number {
  return RESTRICTION_LEVELS.indexOf(level)
}

/** The join of the lattice: the most restrictive level; of none, `no-restriction-recorded`. */
export function joinLevels(levels: Iterable<RestrictionLevel>): RestrictionLevel {
  let highest: RestrictionLevel = 'no-restriction-recorded'
  for (const level of levels) if (rankOf(level) > rankOf(highest)) highest = level
  return highest
}

/** Precaution, relative and absolute, as openFDA labels and ACOG order them; an unknown word counts as relative. */
export function levelOfSeverity(severity: string | null | undefined): RestrictionLevel {
  if (severity === 'absolute') return 'avoid'
  return severity === 'precaution' ? 'caution' : 'ask-first'
}
