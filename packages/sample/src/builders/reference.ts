/** A strong reference to a document. */
export interface Reference {
  readonly _type: 'reference'
  readonly _ref: string
}

export function reference(id: string): Reference {
  return {_type: 'reference', _ref: id}
}

/** References in an array; each takes the id it points at as its key, so the keys never change. */
export function references(...ids: readonly string[]): readonly (Reference & {readonly _key: string})[] {
  return ids.map((id) => ({...reference(id), _key: id}))
}
