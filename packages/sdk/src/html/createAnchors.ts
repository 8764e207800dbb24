/** Gives ids that are unique on the page and readable in an address. */
export interface Anchors {
  /** Makes an id from words; the second of the same words gets `-2`. */
  make(words: string): string
}

/** Starts with the ids that are taken already. */
export function createAnchors(prefix = '', taken: readonly string[] = []): Anchors {
  const used = new Set(taken)
  return {
    make(words) {
      const stem = prefix + (toSlug(words) || 'part')
      let anchor = stem
      for (let count = 2; used.has(anchor); count += 1) anchor = `${stem}-${count}`
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
