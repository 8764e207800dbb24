import type {Dataset} from '../Dataset.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {EventSink} from '../http/eventStream.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {Channel} from './Channel.ts'
import type {ChannelSource} from './Channel.ts'
import {channelKey, createChannelSource} from './createChannelSource.ts'
import type {ListenQuery} from './createChannelSource.ts'
import {EventLog} from './EventLog.ts'
import {PastStates} from './PastStates.ts'
import {QueryRoom} from './QueryRoom.ts'
import {ReceiverIndex} from './ReceiverIndex.ts'
import {tellChannels} from './tellChannels.ts'

/** What a listener asks for, and where it was before. */
export type ListenRequest = ListenQuery & {
  /** The address that it comes from. */
  client: string
  /** The last event id it has seen, when it wants to resume. */
  lastEventId: string | undefined
  resumes: boolean
}

type HubLimits = Pick<LakeLimits, 'maxListenedCharacters' | 'matchTimeoutMs'>

type Audience = {receivers: ReceiverIndex; channels: Map<string, Channel>}

const HEARTBEAT_MS = 15_000

/** Tells listeners of every transaction, once and in order, and those that come back what they missed. */
export class ListenHub {
  /** Where a stream is, and what comes after that. */
  readonly log: EventLog
  readonly #projectId: string
  readonly #clock: () => Date
  readonly #audiences = new Map<string, Audience>()
  /** With the dataset that each follows. */
  readonly #sinks = new Map<EventSink, string>()
  readonly #heartbeat: NodeJS.Timeout
  readonly #room: QueryRoom
  readonly #limits: HubLimits
  readonly #held = new Map<Channel, () => void>()
  #isClosed = false

  constructor(options: {projectId: string; clock: () => Date; limits: HubLimits; heartbeatMs?: number}) {
    this.log = new EventLog(options.limits)
    this.#room = new QueryRoom(options.limits)
    this.#limits = options.limits
    this.#projectId = options.projectId
    this.#clock = options.clock
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeatMs ?? HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  /** Begins to follow a dataset. */
  attach(dataset: Dataset): void {
    const audience: Audience = {receivers: new ReceiverIndex(), channels: new Map()}
    this.#audiences.set(dataset.name, audience)
    this.log.last = dataset.replay.last
    let states = new PastStates([])
    dataset.transactor.subscribe((record, group) => {
      this.log.last = {sequence: record.sequence, id: record.id}
      if (states.records !== group) states = new PastStates(group)
      const channels = audience.receivers.for(record)
      tellChannels(channels, (channel) => channel.tell(record, states), this.#limits)
    })
  }

  /** Ends the streams of a dataset that is about to go. */
  detach(dataset: Dataset): void {
    for (const [sink, name] of this.#sinks) {
      if (name !== dataset.name) continue
      // "May occur if the API knows reconnect attempts will fail, eg in the case of a deleted dataset" (@sanity/client).
      sink.send({event: 'disconnect', data: {reason: `The dataset "${name}" is gone.`}})
      sink.close()
    }
    this.#audiences.delete(dataset.name)
  }

  /** Ends the streams of a dataset: whoever may still read it comes back. */
  endStreams(dataset: string): void {
    for (const [sink, name] of this.#sinks) if (name === dataset) sink.close()
  }

  get listenerCount(): number {
    return this.#sinks.size
  }

  /** @throws LakeError `tooMany` when there is no room for what a listener asks for. */
  assertRoom(dataset: Dataset, query: ListenQuery, client: string): void {
    const key = channelKey(query)
    if (!this.#audiences.get(dataset.name)?.channels.has(key)) this.#room.take(key, client)()
  }

  /**
   * Serves one listener until its stream ends; returns what ends it.
   * @throws LakeError `badRequest` or `unsupported` for the query, `tooMany`.
   */
  listen(dataset: Dataset, request: ListenRequest, sink: EventSink): () => void {
    const key = channelKey(request)
    const source =
      this.#audiences.get(dataset.name)?.channels.get(key)?.source ??
      createChannelSource(dataset, request, {
        projectId: this.#projectId,
        clock: this.#clock,
        limits: this.#limits,
      })
    const {lastEventId} = request
    const isBack = request.resumes && lastEventId !== undefined && lastEventId !== ''
    const missed = isBack ? this.log.missedSince(dataset, source, lastEventId) : undefined
    const event = missed ? 'welcomeback' : isBack ? 'reset' : 'welcome'
    sink.send({event, id: this.log.positionId(), data: {listenerName: this.log.name}})
    for (const encoded of missed ?? []) sink.send(encoded)
    return this.follow(dataset, key, source, sink, request.client)
  }

  /**
   * Tells a reader what a source makes of each transaction; readers with an equal key share the source of the first.
   * @param client - who pays for the source, where sources are as different as readers ask for
   */
  follow(dataset: Dataset, key: string, source: ChannelSource, sink: EventSink, client?: string): () => void {
    const audience = this.#audiences.get(dataset.name)
    const channel = audience?.channels.get(key) ?? new Channel(source)
    if (audience && channel.size === 0) {
      if (client !== undefined) this.#held.set(channel, this.#room.take(key, client))
      audience.channels.set(key, channel)
      audience.receivers.add(channel, source.keys)
    }
    channel.add(sink)
    this.#sinks.set(sink, dataset.name)
    return () => {
      this.#sinks.delete(sink)
      channel.delete(sink)
      if (!audience || channel.size > 0) return
      audience.channels.delete(key)
      audience.receivers.delete(channel, source.keys)
      this.#held.get(channel)?.()
      this.#held.delete(channel)
    }
  }

  /** @throws LakeError `closed` while the lake stops: who comes now is to come again. */
  assertOpen(): void {
    if (this.#isClosed) throw new LakeError('closed', 'The lake is stopping: connect again.')
  }

  /** Ends every stream: clients come back by themselves. */
  close(): void {
    this.#isClosed = true
    clearInterval(this.#heartbeat)
    for (const sink of this.#sinks.keys()) sink.close()
  }

  #beat(): void {
    for (const sink of this.#sinks.keys()) sink.beat()
  }
}
