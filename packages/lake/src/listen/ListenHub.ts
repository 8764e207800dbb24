import {randomBytes} from 'node:crypto'
import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {Dataset} from '../Dataset.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {EventSink} from '../http/eventStream.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {createView} from '../query/DocumentView.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'
import {EventLog} from './EventLog.ts'
import {createListenerFilter} from './ListenerFilter.ts'
import {ReceiverIndex} from './ReceiverIndex.ts'
import type {Receiver} from './ReceiverIndex.ts'
import {mutationEvents} from './mutationEvents.ts'
import type {ListenOptions} from './mutationEvents.ts'

/** What a listener asks for. */
export type ListenRequest = {
  query: string
  params: JsonObject
  options: ListenOptions
  viewer: Viewer
  /** The last event id it has seen, when it wants to resume. */
  lastEventId: string | undefined
  resumes: boolean
}

/** What an event id says: all transactions up to this one, and so many events of the next, have been received. */
type Position = {sequence: number; events: number}

const HEARTBEAT_MS = 15_000

/** Tells listeners of every transaction, once and in order, and those that come back what they missed. */
export class ListenHub {
  readonly #projectId: string
  readonly #clock: () => Date
  readonly #logs = new Map<string, EventLog>()
  readonly #receivers = new Map<string, ReceiverIndex>()
  /** With the dataset that each follows. */
  readonly #sinks = new Map<EventSink, string>()
  readonly #heartbeat: NodeJS.Timeout
  /** Part of each event id: positions of another run of the lake mean nothing here. */
  readonly #epoch = randomBytes(6).toString('hex')

  constructor(options: {projectId: string; clock: () => Date; heartbeatMs?: number}) {
    this.#projectId = options.projectId
    this.#clock = options.clock
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeatMs ?? HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  /** Begins to follow a dataset. */
  attach(dataset: Dataset): void {
    const log = new EventLog(dataset.transactor.lastSequence)
    const receivers = new ReceiverIndex()
    this.#logs.set(dataset.name, log)
    this.#receivers.set(dataset.name, receivers)
    dataset.transactor.subscribe((record) => {
      log.add(record)
      for (const receive of receivers.for(record)) receive(record)
    })
  }

  /** Ends the streams of a dataset that is about to go. */
  detach(dataset: Dataset): void {
    for (const [sink, name] of this.#sinks) if (name === dataset.name) sink.close()
    this.#logs.delete(dataset.name)
    this.#receivers.delete(dataset.name)
  }

  get listenerCount(): number {
    return this.#sinks.size
  }

  /**
   * Serves one listener until its stream ends; returns what ends it.
   * @throws LakeError `badRequest` or `unsupported` for the query.
   */
  listen(dataset: Dataset, request: ListenRequest, sink: EventSink): () => void {
    const {tell, keys} = this.#teller(dataset, request, sink)
    const log = this.#logs.get(dataset.name)
    const position = this.#positionOf(request.lastEventId)
    const missed = request.resumes && position ? log?.since(position.sequence) : undefined
    const welcome = request.resumes && request.lastEventId ? (missed ? 'welcomeback' : 'reset') : 'welcome'
    sink.send({event: welcome, id: this.#eventId(log?.last ?? 0), data: {listenerName: this.#epoch}})
    for (const record of missed ?? []) {
      tell(record, record.sequence - 1 === position?.sequence ? position.events : 0)
    }
    return this.#follow(dataset.name, sink, tell, keys)
  }

  /** Serves one reader of the transactions themselves. */
  follow(dataset: Dataset, sink: EventSink, receive: Receiver): () => void {
    return this.#follow(dataset.name, sink, receive, undefined)
  }

  /** What was committed after a position that this hub has given out, if all of it is still known. */
  missedSince(dataset: Dataset, eventId: string): TransactionRecord[] | undefined {
    const position = this.#positionOf(eventId)
    return position && this.#logs.get(dataset.name)?.since(position.sequence)
  }

  /** The event id that stands after a transaction; without one, after the latest. */
  positionId(dataset: Dataset, sequence = this.#logs.get(dataset.name)?.last ?? 0): string {
    return this.#eventId(sequence)
  }

  /** Ends every stream: clients come back by themselves. */
  close(): void {
    clearInterval(this.#heartbeat)
    for (const sink of this.#sinks.keys()) sink.close()
  }

  #teller(
    dataset: Dataset,
    request: ListenRequest,
    sink: EventSink,
  ): {tell: Receiver; keys: readonly string[] | undefined} {
    const {query, params, options, viewer} = request
    const identity = identityOf(viewer)
    const filter = createListenerFilter(query, params, {
      identity,
      projectId: this.#projectId,
      dataset: dataset.name,
    })
    const isVisible = visibilityFor(viewer)
    const view = createView(dataset.store, {kind: 'raw'}, isVisible)
    const tell: Receiver = (record, skip = 0) => {
      const now = this.#clock()
      const matches = (document: LakeDocument | undefined): boolean =>
        document !== undefined && isVisible(document._id) && filter.matches(document, view, now)
      // Who reads without a token learns what changed, not who changed it.
      const shown = viewer.kind === 'member' ? record : {...record, author: ''}
      for (const [index, data] of mutationEvents(shown, options, matches).entries()) {
        if (index < skip) continue
        sink.send({event: 'mutation', id: this.#eventId(record.sequence - 1, index + 1), data})
      }
    }
    return {tell, keys: filter.keys}
  }

  #follow(dataset: string, sink: EventSink, tell: Receiver, keys: readonly string[] | undefined): () => void {
    // A filter that cannot be evaluated on some document ends its own stream, and holds up nobody else.
    const receive: Receiver = (record) => {
      try {
        tell(record)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        sink.send({event: 'channelError', data: {message, error: {description: message}}})
        sink.close()
      }
    }
    const remove = this.#receivers.get(dataset)?.add(receive, keys)
    this.#sinks.set(sink, dataset)
    return () => {
      remove?.()
      this.#sinks.delete(sink)
    }
  }

  #eventId(sequence: number, events = 0): string {
    return `${this.#epoch}|${sequence}|${events}`
  }

  #positionOf(eventId: string | undefined): Position | undefined {
    const [, epoch, sequence, events] = /^(\w+)\|(\d+)\|(\d+)$/.exec(eventId ?? '') ?? []
    return epoch === this.#epoch ? {sequence: Number(sequence), events: Number(events)} : undefined
  }

  #beat(): void {
    for (const sink of this.#sinks.keys()) sink.beat()
  }
}
