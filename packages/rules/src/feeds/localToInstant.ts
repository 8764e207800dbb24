import type {Disambiguation} from './schedule.ts'
import {zoneOffset} from './zoneOffset.ts'

const DAY_MS = 86_400_000

/**
 * A local date and time as milliseconds, as if it were UTC; null when it is malformed or no such day exists.
 *
 * Accepts `2026-11-26`, `2026-11-26T09:00` and `2026-11-26T09:00:30`.
 */
export function parseLocal(text: string): number | null {
  // A year before 100 is a slip of the pen.
  const match = /^(?!00)(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?$/u.exec(text.trim())
  if (!match) return null
  const [, date, time = '00:00', seconds = ':00'] = match
  const whole = `${date}T${time}${seconds}`
  const local = Date.parse(`${whole}Z`)
  // A day or a time that does not exist is refused, or read as a later one.
  return !Number.isNaN(local) && formatLocal(local) === whole ? local : null
}

/** A local time, as milliseconds as if it were UTC, in words that {@link parseLocal} reads. */
export function formatLocal(local: number): string {
  return new Date(local).toISOString().slice(0, 19)
}

export interface ResolvedLocal {
  readonly instant: number
  /** Set when the zone skips this local time or has it twice. */
  readonly kind: 'gap' | 'overlap' | null
}

/**
 * The instant that a local time means in a zone.
 *
 * `compatible` takes the later instant for a gap and the earlier for an overlap (Temporal, RFC 5545
 * section 3.3.5). The offsets that can hold are those of the day before and the day after.
 *
 * @throws RangeError when the runtime does not know the zone.
 */
export function localToInstant(local: number, zone: string, disambiguation: Disambiguation): ResolvedLocal {
  const before = zoneOffset(zone, local - DAY_MS)
  const after = zoneOffset(zone, local + DAY_MS)
  const instants = [...new Set([local - before, local - after])]
    .filter((instant) => zoneOffset(zone, instant) === local - instant)
    .toSorted((a, b) => a - b)
  const [first, second] = instants
  if (first === undefined) {
    return {instant: disambiguation === 'earlier' ? local - after : local - before, kind: 'gap'}
  }
  if (second === undefined) return {instant: first, kind: null}
  return {instant: disambiguation === 'later' ? second : first, kind: 'overlap'}
}
