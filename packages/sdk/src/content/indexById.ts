/**
 * Documents by their id, each once, in the order of first use: an article gives its exercises, sources, care pathways
 * and people in lists, and refers to them by id everywhere else.
 *
 * @example
 * ```ts
 * const exercises = indexById(article.exercises)
 * const first = exercises.get(article.recommends[0].exercise)
 * ```
 */
export function indexById<Item extends {readonly _id: string}>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item['_id'], item]))
}
