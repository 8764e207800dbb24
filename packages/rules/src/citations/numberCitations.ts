/** The numbers of an article's references, in the order in which they are first cited. */
export interface CitationNumbers {
  /** Ids of the reference list, first cited first. */
  readonly order: readonly string[]
  /** The number of a citation, from 1. */
  readonly numbers: ReadonlyMap<string, number>
  /** One entry for each appearance: its number, and the how-manieth appearance of that citation it is. */
  readonly appearances: readonly {readonly id: string; readonly number: number; readonly occurrence: number}[]
}

/**
 * Numbers citations by first appearance; one that is cited again keeps its number.
 *
 * @example numberCitations(['b', 'a', 'b']).order // ['b', 'a']
 */
export function numberCitations(orderOfAppearance: readonly string[]): CitationNumbers {
  const numbers = new Map<string, number>()
  const occurrences = new Map<string, number>()
  const appearances = orderOfAppearance.map((id) => {
    const number = numbers.get(id) ?? numbers.size + 1
    const occurrence = (occurrences.get(id) ?? 0) + 1
    numbers.set(id, number)
    occurrences.set(id, occurrence)
    return {id, number, occurrence}
  })
  return {order: [...numbers.keys()], numbers, appearances}
}

/**
 * Several numbers cited at one place: sorted, once each, three or more in a row as a range.
 *
 * @example compressNumbers([5, 1, 2, 3]) // '1-3,5'
 */
export function compressNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b)
  const groups: number[][] = []
  for (const number of sorted) {
    const group = groups.at(-1)
    if (group?.at(-1) === number - 1) group.push(number)
    else groups.push([number])
  }
  return groups.map((group) => (group.length > 2 ? `${group[0]}-${group.at(-1)}` : group.join(','))).join(',')
}
