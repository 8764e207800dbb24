/**
 * A stable 32-bit hash of a text, as eight hexadecimal digits.
 *
 * FNV-1a over UTF-16 code units, low byte first (Fowler, Noll and Vo; IETF draft-eastlake-fnv). It tells
 * contents apart and spreads readers evenly; it protects nothing.
 */
export function fnv1a(text: string): string {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01_00_01_93)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01_00_01_93)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
