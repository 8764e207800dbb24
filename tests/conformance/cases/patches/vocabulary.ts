export type Row = {
  rule: string
  source?: string
  before: object
  patch: object | object[]
  /** The content afterwards, or what the refusal says. */
  after: object | RegExp
}

export const PATCHES = 'Sanity docs, HTTP patches'

export const ORDER =
  'Sanity docs, HTTP patches: set, setIfMissing, unset, inc, dec, insert are applied in this order'
