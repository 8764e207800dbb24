/** Documents by their id. */
export function byId<Item extends {readonly _id: string}>(documents: readonly Item[]): Map<string, Item> {
  return new Map(documents.map((document) => [document._id, document]))
}
