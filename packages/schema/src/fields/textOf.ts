/** A text without blanks around it; empty when it is not a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
