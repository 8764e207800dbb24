export const DOCS = 'Sanity docs, Mutation API reference'

export const ref = (id: string, more: object = {}): object => ({_type: 'reference', _ref: id, ...more})
