const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * Undoes what copying from a web page or a PDF does to an identifier: HTML entities, invisible
 * characters, typographic dashes, spaces around it, the full stop or comma of the sentence it ended.
 */
export function cleanIdentifier(input: string): string {
  const decoded = input.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/giu, decodeEntity)
  const plain = decoded
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s([{<"'“‘]+/u, '')
    .trim()
  return stripTrailingPunctuation(plain)
}

function decodeEntity(whole: string, body: string): string {
  const lower = body.toLowerCase()
  if (!lower.startsWith('#')) return NAMED_ENTITIES[lower] ?? whole
  const code = lower.startsWith('#x') ? Number.parseInt(lower.slice(2), 16) : Number(lower.slice(1))
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
}

const CLOSERS: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{', '>': '<'}

/** A closing bracket is kept when its opener belongs to the identifier: `S0140-6736(20)30183-5(x)`. */
function stripTrailingPunctuation(text: string): string {
  let end = text.length
  while (end > 0) {
    const last = text.charAt(end - 1)
    const opener = CLOSERS[last]
    const body = text.slice(0, end)
    const isLoose = opener !== undefined && count(body, last) > count(body, opener)
    if (!isLoose && !/[.,;:'"“”‘’\s]/u.test(last)) break
    end -= 1
  }
  return text.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
