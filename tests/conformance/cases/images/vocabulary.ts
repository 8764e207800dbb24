export const DOCS = 'Sanity docs, Image transformations'

export const [RED, GREEN, BLUE, WHITE, BLACK] = [
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffffff',
  '#000000',
] as const

export type Row = {
  rule: string
  source?: string
  search: string
  /** Width and height of the answer. */
  size?: readonly [number, number]
  /** @defaultValue `image/png` */
  type?: string
  /** Colours at places, as `x,y`. */
  colours?: Readonly<Record<string, string>>
  headers?: Record<string, string>
  /** What the refusal names. */
  refused?: RegExp
}
