/** The kinds of documents that grow with the set. */
const shares = {article: 0.5, exercise: 0.25, contraindication: 0.08, citation: 0.17} as const

/** Vocabulary that every set has; persons, topics and organizations grow slowly on top. */
const fixed = {
  siteSettings: 1,
  disclaimer: 2,
  feed: 4,
  campaign: 4,
  carePathway: 6,
  glossaryTerm: 10,
  condition: 16,
  movementPattern: 24,
} as const

export type GeneratedType = keyof typeof shares | keyof typeof fixed | 'organization' | 'person' | 'topic'

/** How many documents of each type a set has. */
export type Plan = Readonly<Record<GeneratedType, number>>

export const smallestCount = 200

/**
 * Divides `count` documents among the types.
 *
 * @throws TypeError when `count` is not a whole number of at least 200
 */
export function planDocuments(count: number): Plan {
  if (!Number.isInteger(count) || count < smallestCount) {
    throw new TypeError(
      `Ask for a whole number of documents, ${smallestCount} or more: ${count} cannot hold one of each kind.`,
    )
  }
  const slow = {
    organization: 2 + Math.min(18, Math.floor(count / 1000)),
    person: 6 + Math.min(194, Math.floor(count / 100)),
    topic: 10 + Math.min(90, Math.floor(count / 250)),
  }
  const vocabulary = [...Object.values(fixed), ...Object.values(slow)].reduce((sum, part) => sum + part, 0)
  const rest = count - vocabulary
  const exercise = Math.floor(rest * shares.exercise)
  const contraindication = Math.floor(rest * shares.contraindication)
  const citation = Math.floor(rest * shares.citation)
  return {
    ...fixed,
    ...slow,
    exercise,
    contraindication,
    citation,
    article: rest - exercise - contraindication - citation,
  }
}
