import {encodeEvent} from '../http/eventStream.ts'
import type {EncodedEvent, EventSink} from '../http/eventStream.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'
import type {PastStates} from './PastStates.ts'

/** What equal listeners share: how a transaction becomes the events that each of them is sent. */
export type ChannelSource = {
  /** One of these every document it asks for has (see `ReceiverIndex`); absent when it hears of all. */
  keys: readonly string[] | undefined
  /**
   * @param states - the dataset around the transaction
   * @throws when the transaction cannot be evaluated; that ends the streams of this channel and no other.
   */
  events(record: TransactionRecord, states: PastStates): EncodedEvent[]
}

/** Equal listeners: a transaction is matched and written out once for all of them. */
export class Channel {
  readonly source: ChannelSource
  readonly #sinks = new Set<EventSink>()
  #costMs = Number.POSITIVE_INFINITY

  constructor(source: ChannelSource) {
    this.source = source
  }

  get size(): number {
    return this.#sinks.size
  }

  /** What matching the last transaction took, in milliseconds; not known before the first. */
  get costMs(): number {
    return this.#costMs
  }

  add(sink: EventSink): void {
    this.#sinks.add(sink)
  }

  delete(sink: EventSink): void {
    this.#sinks.delete(sink)
  }

  tell(record: TransactionRecord, states: PastStates): void {
    const started = performance.now()
    let events: EncodedEvent[]
    try {
      events = this.source.events(record, states)
    } catch (error) {
      this.fail(error)
      return
    }
    this.#costMs = performance.now() - started
    for (const event of events) for (const sink of this.#sinks) sink.send(event)
  }

  /** Ends the streams, saying why. */
  fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    const event = encodeEvent({event: 'channelError', data: {message, error: {description: message}}})
    for (const sink of this.#sinks) {
      sink.send(event)
      sink.close()
    }
  }
}
