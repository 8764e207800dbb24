const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

// Browsers drop tabs and line ends inside addresses and trim control characters around them (URL standard,
// basic URL parser), so that "java\tscript:" runs. An address that holds any is refused as a whole.
// oxlint-disable-next-line no-control-regex -- that is what it looks for
const UNWRITABLE = /[\u0000-\u0020\u007F\\]/u

/**
 * The address when a page may link to it: http, https, mailto, tel, a path on this site (`/…`) or a place on
 * this page (`#…`). Null for everything else, such as `javascript:`, `data:` or `//other.example`.
 *
 * @example
 * ```ts
 * checkUrl('javascript:alert(1)') // null
 * ```
 */
export function checkUrl(address: string | null | undefined): string | null {
  const trimmed = address?.trim() ?? ''
  if (trimmed === '' || UNWRITABLE.test(trimmed)) return null
  if (trimmed.startsWith('#')) return trimmed
  if (trimmed.startsWith('/')) return trimmed.startsWith('//') ? null : trimmed
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (!SCHEMES.has(url.protocol)) return null
  return /^https?:$/u.test(url.protocol) && !/^https?:\/\//iu.test(trimmed) ? null : trimmed
}
