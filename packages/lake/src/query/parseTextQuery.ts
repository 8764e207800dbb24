/** One demand of a text search: a word (a trailing `*` matches its beginning), or words in this order. */
export type TextTerm = {text: string; isPhrase: boolean; isExcluded: boolean}

const TERM = /(-?)"([^"]*)"|(-?)(\S+)/g

/**
 * Reads the language of `text::query()`: words that must all occur, `"exact phrases"`, `word*` for beginnings and `-`
 * before what must not occur (Sanity docs, text::query).
 */
export function parseTextQuery(text: string): TextTerm[] {
  const terms: TextTerm[] = []
  for (const [, phraseSign, phrase, wordSign, word] of text.matchAll(TERM)) {
    if (phrase !== undefined) {
      const words = phrase.trim().replace(/\s+/g, ' ')
      if (words !== '')
        terms.push({text: words, isPhrase: words.includes(' '), isExcluded: phraseSign === '-'})
    } else if (word !== undefined && /[^"-]/.test(word)) {
      terms.push({text: word.replaceAll('"', ''), isPhrase: false, isExcluded: wordSign === '-'})
    }
  }
  return terms
}
