/** Orders texts by code unit: the same on every machine, whatever its locale data. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Sorts items by a text of theirs, in the order of {@link compareText}. */
export function sortByText<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => compareText(textOf(a), textOf(b)))
}
