/**
 * The check character that makes a weighted sum divisible by 11; ten is written X.
 *
 * ISBN-10 (ISO 2108:1992) and ISSN (ISO 3297) weigh the digits from the left, ending at 2.
 */
export function modElevenDigit(digits: string): string {
  let sum = 0
  for (const [index, digit] of Array.from(digits).entries())
    sum += Number(digit) * (digits.length + 1 - index)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
