import {asciiWords} from '../store/TermIndex.ts'

// Longer ones are no words that anybody types.
const MAX_PATTERN = 200
const MAX_PIECES = 3

/** Pieces of words without which a pattern of `match` cannot match; none where the database could not look for them. */
export function piecesOf(pattern: string): readonly string[] {
  // Beyond ASCII the database knows no lower case.
  const isPlain = pattern.length <= MAX_PATTERN && /^[\x20-\x7e]*$/.test(pattern)
  return isPlain ? mostTelling(asciiWords(pattern)) : []
}

/** The pieces that are worth looking for: the longest occur in the fewest documents, and more would only take longer. */
export function mostTelling(pieces: readonly string[]): readonly string[] {
  return [...new Set(pieces)].toSorted((left, right) => right.length - left.length).slice(0, MAX_PIECES)
}
