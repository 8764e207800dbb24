/** Bytes from `start` up to, not including, `end`. */
export type ByteRange = {start: number; end: number}

/**
 * Reads a Range header (RFC 9110, section 14) for one range; null when the whole is to be sent, because there is no
 * header, it asks for several ranges or for another unit; `unsatisfiable` when nothing of it exists.
 */
export function parseRange(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes)
    return length === 0 ? 'unsatisfiable' : {start: sizeBytes - length, end: sizeBytes}
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= sizeBytes) return 'unsatisfiable'
  return {start, end: last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes)}
}
