import {STRING_APPEND_SLICE, STRING_APPEND_STRING} from './opcodes.ts'

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Bytes of a text in UTF-8; a lone surrogate counts three, as mendoza's decoders count it. */
export function countUtf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code >> 16 ? 4 : code >> 11 ? 3 : code >> 7 ? 2 : 1
  }
  return bytes
}

function commonPrefixLength(left: string, right: string): number {
  const limit = Math.min(left.length, right.length)
  let length = 0
  while (length < limit && left.charCodeAt(length) === right.charCodeAt(length)) length += 1
  // A cut inside a surrogate pair has no place in UTF-8.
  return isLowSurrogate(left, length) || isLowSurrogate(right, length) ? Math.max(length - 1, 0) : length
}

function commonSuffixLength(left: string, right: string, limit: number): number {
  let length = 0
  while (
    length < limit &&
    left.charCodeAt(left.length - 1 - length) === right.charCodeAt(right.length - 1 - length)
  ) {
    length += 1
  }
  return length > 0 && isLowSurrogate(left, left.length - length) ? length - 1 : length
}

/**
 * The operations that build `right` on a blank output from slices of the input text `left`.
 *
 * Only a slice from the start and one to the end are used: mendoza 3.0.8 resolves the end of a slice in the middle
 * wrongly when text before it is not ASCII.
 */
export function encodeText(left: string, right: string): unknown[] {
  const prefix = commonPrefixLength(left, right)
  const suffix = commonSuffixLength(left, right, Math.min(left.length, right.length) - prefix)
  const inserted = right.slice(prefix, right.length - suffix)
  const total = countUtf8Bytes(left)
  return [
    ...(prefix > 0 ? [STRING_APPEND_SLICE, 0, countUtf8Bytes(left.slice(0, prefix))] : []),
    ...(inserted === '' ? [] : [STRING_APPEND_STRING, inserted]),
    ...(suffix > 0
      ? [STRING_APPEND_SLICE, total - countUtf8Bytes(left.slice(left.length - suffix)), total]
      : []),
  ]
}
