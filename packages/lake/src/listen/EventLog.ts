import {randomBytes} from 'node:crypto'
import type {Dataset} from '../Dataset.ts'
import type {EncodedEvent} from '../http/eventStream.ts'
import type {ChannelSource} from './Channel.ts'
import {digestOf, formatPosition, parsePosition, positionAfter} from './EventPosition.ts'
import type {EventPosition} from './EventPosition.ts'
import {PastStates} from './PastStates.ts'
import {allMatchTimeoutMs} from './tellChannels.ts'
import type {MatchLimits} from './tellChannels.ts'

// A stream is cut off when 4 MB of it are unread: whoever missed more than half of that reads afresh.
const MAX_REPLAY_BYTES = 2 * 1024 * 1024

/** The transactions of all datasets as streams count them: where a stream is, and what came after that. */
export class EventLog {
  /** Tells this run of the lake from others. */
  readonly name = randomBytes(6).toString('hex')
  /** The latest transaction of all datasets. */
  last: {sequence: number; id: string} | undefined
  readonly #limits: MatchLimits

  constructor(limits: MatchLimits) {
    this.#limits = limits
  }

  /** What a source makes of all that came after an event id; undefined where that is not known or too much. */
  missedSince(dataset: Dataset, source: ChannelSource, eventId: string): EncodedEvent[] | undefined {
    const position = parsePosition(eventId)
    if (!position || !this.#isKnown(dataset, position)) return undefined
    const missed: EncodedEvent[] = []
    const end = performance.now() + allMatchTimeoutMs(this.#limits)
    let bytes = 0
    const records = dataset.replay.from(position.sequence)
    if (!records) return undefined
    const states = new PastStates(records)
    for (const record of records) {
      const received = record.sequence === position.sequence ? position.events : 0
      const events = source.events(record, states).slice(received)
      for (const {byteLength} of events) bytes += byteLength
      if (bytes > MAX_REPLAY_BYTES || performance.now() > end) return undefined
      missed.push(...events)
    }
    return missed
  }

  /** The event id that stands after a transaction; without one, after the latest. */
  positionId(record: {sequence: number; id: string} | undefined = this.last): string {
    // Before the first transaction there is nothing that would prove a position.
    return formatPosition(
      record ? positionAfter(record.sequence, digestOf(record.id)) : positionAfter(0, this.name),
    )
  }

  #isKnown({replay}: Dataset, {sequence, digest}: EventPosition): boolean {
    if (sequence === 0) return digest === this.name
    const id = replay.idOf(sequence)
    return id !== undefined && digestOf(id) === digest
  }
}
