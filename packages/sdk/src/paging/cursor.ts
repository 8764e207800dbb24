import {ContentError} from '../core.ts'

/** What rows are sorted by where GROQ sees a difference; null stands for nothing, lists and objects alike. */
export type SortKey = string | number | boolean | null

/** The last row of a page: what it was sorted by, and its id. */
export interface CursorPosition {
  readonly key: SortKey
  readonly id: string
}

/** Packs a position as text that survives a URL; it names its list, so that it cannot be used on another. */
export function encodeCursor(listName: string, {key, id}: CursorPosition): string {
  const bytes = new TextEncoder().encode(JSON.stringify([listName, key, id]))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Unpacks a cursor that this list gave.
 *
 * @throws ContentError `invalid-cursor`
 */
export function decodeCursor(listName: string, cursor: string): CursorPosition {
  const [name, key, id] = parse(cursor)
  if (name === listName && isSortKey(key) && typeof id === 'string') return {key, id}
  throw new ContentError(
    'invalid-cursor',
    `The cursor was not given by ${listName}. Start from the first page.`,
    {
      queryName: listName,
    },
  )
}

/** Whether GROQ tells a value from others when it sorts by it. */
export function isSortKey(value: unknown): value is SortKey {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function parse(cursor: string): readonly unknown[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
