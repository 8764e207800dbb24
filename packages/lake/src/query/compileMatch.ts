import {isJsonObject} from '../json/isJsonObject.ts'

// What separates words; every other character is part of one.
const SEPARATORS = /[!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/
// In a pattern the star stands for any characters of a word.
const PATTERN_SEPARATORS = /[!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/

// Dots at the edges of words are no part of them.
const EDGE_DOTS = /\b\.+|\.+\b/g

// groq-js compares only so much of a word.
const MAX_WORD = 1024

/**
 * Compiles the right side of `match` into a test of its left side: every word of the pattern must be one of the text.
 * Nothing where the pattern is neither a text nor texts.
 */
export function compileMatch(pattern: unknown): ((value: unknown) => boolean) | undefined {
  const patterns: unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  if (!patterns.every((text) => typeof text === 'string')) return undefined
  const words = patterns.flatMap(patternWords)
  const tests = words.map((word) => new RegExp(`^${word.slice(0, MAX_WORD).replaceAll('*', '.*')}$`, 'i'))
  return (value) => {
    const found = textsIn(value).flatMap((text) => wordsOf(text, SEPARATORS))
    return tests.length > 0 && tests.every((test) => found.some((word) => test.test(word)))
  }
}

/** The words of a pattern, each of which `match` looks for by itself. */
export function patternWords(pattern: string): string[] {
  return wordsOf(pattern, PATTERN_SEPARATORS)
}

/** Whether the words of a phrase stand next to each other in one of the texts, whatever separates them there. */
export function hasPhrase(value: unknown, phrase: string): boolean {
  const words = wordsOf(phrase.toLowerCase(), SEPARATORS)
  return textsIn(value).some((text) => {
    const found = wordsOf(text.toLowerCase(), SEPARATORS)
    return found.some((_, start) => words.every((word, index) => found[start + index] === word))
  })
}

function wordsOf(text: string, separators: RegExp): string[] {
  return text
    .replace(EDGE_DOTS, '')
    .split(separators)
    .filter((word) => word !== '')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (isJsonObject(value) || !Array.isArray(value)) return []
  return value.filter((item) => typeof item === 'string')
}
