/** Gives ids that are unique on the page and readable in an address. */
export interface Anchors {
  /** Makes an id from words; the second of the same words gets `-2`. */
  make(words: string): string
}

/** Starts with the ids that are taken already. */
export function createAnchors(prefix = '', taken: readonly string[] = []): Anchors {
  const used = new Set(taken)
  // Of the same words, which number was tried last: a body may repeat them thousands of times.
  const counts = new Map<string, number>()
  return {
    make(words) {
      const stem = prefix + (toSlug(words) || 'part')
      let anchor = stem
      let count = counts.get(stem) ?? 1
      while (used.has(anchor)) anchor = `${stem}-${(count += 1)}`
      counts.set(stem, count)
      used.add(anchor)
      return anchor
    },
  }
}

function toSlug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
}
