import {ContentError} from '../core.ts'

/** The last row of a page: what it was sorted by, and its id. */
export interface CursorPosition {
  readonly key: string
  readonly id: string
}

/** Packs a position as text that survives a URL; it names its list, so that it cannot be used on another. */
export function encodeCursor(listName: string, {key, id}: CursorPosition): string {
  const bytes = new TextEncoder().encode(JSON.stringify([listName, key, id]))
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Unpacks a cursor that this list gave.
 *
 * @throws ContentError `invalid-cursor`
 */
export function decodeCursor(listName: string, cursor: string): CursorPosition {
  const [name, key, id] = parse(cursor)
  if (name === listName && typeof key === 'string' && typeof id === 'string') return {key, id}
  throw new ContentError(
    'invalid-cursor',
    `The cursor was not given by ${listName}. Start from the first page.`,
    {
      queryName: listName,
    },
  )
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
