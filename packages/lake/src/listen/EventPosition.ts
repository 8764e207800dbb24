import {hash} from 'node:crypto'

/**
 * Where a listener stands: it has received every transaction before this one, and of this one so many of the events
 * meant for it.
 */
export type EventPosition = {sequence: number; digest: string; events: number}

// All events of a transaction, however many there are.
const ALL = Number.MAX_SAFE_INTEGER

const FORM = /^(\d{1,15})-([0-9a-f]{12})-(\d{1,15}|all)$/

/**
 * Stands for a transaction in an event id. A position thereby proves itself after a restart, and another database, or
 * one brought back from a backup, does not take it for one of its own. The id itself would tell readers without a token
 * of transactions they may not see.
 */
export function digestOf(transactionId: string): string {
  return hash('sha256', transactionId).slice(0, 12)
}

/** An event id: what a client sends back as `Last-Event-ID`. */
export function formatPosition({sequence, digest, events}: EventPosition): string {
  return `${sequence}-${digest}-${events === ALL ? 'all' : events}`
}

/** The position after the whole of a transaction. */
export function positionAfter(sequence: number, digest: string): EventPosition {
  return {sequence, digest, events: ALL}
}

/** Reads an event id; undefined for what this lake never gave out. */
export function parsePosition(eventId: string | undefined): EventPosition | undefined {
  const [, sequence, digest, events] = FORM.exec(eventId ?? '') ?? []
  if (sequence === undefined || digest === undefined || events === undefined) return undefined
  return {sequence: Number(sequence), digest, events: events === 'all' ? ALL : Number(events)}
}
