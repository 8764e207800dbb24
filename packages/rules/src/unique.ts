/** Each item once, at its first place. */
export function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}
