/** `2nd`, `Revised`: the edition without the word; null for a first one, which no style prints. */
export function editionName(edition: string | undefined): string | null {
  if (!edition) return null
  const number = /^(\d+)(?:st|nd|rd|th)?\.?(?:\s*ed(?:ition|n)?\.?)?$/iu.exec(edition.trim())?.[1]
  if (number === undefined) return edition.trim().replace(/\s*ed(?:ition|n)?\.?$/iu, '')
  return number === '1' ? null : ordinal(Number(number))
}

function ordinal(number: number): string {
  const tens = number % 100
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${suffix}`
}
