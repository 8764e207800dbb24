import type {CslName} from './cslItem.ts'

/** Roman numerals behind a name become ordinals in AMA and NLM (AMA Manual of Style 2.1.3; Citing Medicine). */
const ORDINALS: Readonly<Record<string, string>> = {II: '2nd', III: '3rd', IV: '4th', V: '5th'}

/** `Katz-Leurer M`, `King ML Jr`: family name and initials without stops, as AMA and NLM print names. */
export function shortName(name: CslName): string {
  const whole = wholeName(name)
  if (whole) return whole
  const suffix = name.suffix?.replaceAll(/[.,\s]/gu, '')
  const parts = [familyOf(name), initialsOf(name.given).join(''), suffix ? (ORDINALS[suffix] ?? suffix) : '']
  return parts.filter(Boolean).join(' ')
}

/** `Katz-Leurer, M.`, `King, M. L., Jr.`: as APA prints names. */
export function invertedName(name: CslName): string {
  const whole = wholeName(name)
  if (whole) return whole
  return [familyOf(name), apaInitials(name.given), name.suffix].filter(Boolean).join(', ')
}

/** `M. Katz-Leurer`: as APA prints editors. */
export function directName(name: CslName): string {
  const whole = wholeName(name)
  if (whole) return whole
  const full = [apaInitials(name.given), familyOf(name)].filter(Boolean).join(' ')
  return [full, name.suffix].filter(Boolean).join(', ')
}

// In these scripts names have no initials, and the family name comes first, without a space (as citeproc-js prints them).
const WITHOUT_INITIALS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** A name that is never taken apart: that of a body, and a person's where there are no initials. */
function wholeName({literal, family, given}: CslName): string | null {
  if (literal) return literal
  return given && WITHOUT_INITIALS.test(given) ? `${family ?? ''}${given}` : null
}

function familyOf(name: CslName): string {
  return [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
}

/** A hyphen between given names stays: `Jean-Paul` gives `J.-P.` (APA 7, section 9.8). */
function apaInitials(given: string | undefined): string {
  return (given ?? '')
    .split(/\s+/u)
    .map((word) =>
      word
        .split('-')
        .map((part) => initialsOf(part).map((letter) => `${letter}.`))
        .map((letters) => letters.join(' '))
        .filter(Boolean)
        .join('-'),
    )
    .filter(Boolean)
    .join(' ')
}

/** The initials of given names; a short word in capitals, such as `JM`, is initials already. */
function initialsOf(given: string | undefined): string[] {
  const words = (given ?? '').split(/[\s.-]+/u).filter(Boolean)
  return words.flatMap((word) => (/^\p{Lu}{2,3}$/u.test(word) ? Array.from(word) : firstLetter(word)))
}

function firstLetter(word: string): string[] {
  const letter = /\p{L}/u.exec(word)?.[0]
  return letter === undefined ? [] : [letter.toUpperCase()]
}
