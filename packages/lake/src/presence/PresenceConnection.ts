import {randomUUID} from 'node:crypto'
import type {Viewer} from '../access/Viewer.ts'
import {isJsonObject, type JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import type {Participant, PresenceEvent, PresenceRoom} from './PresenceRoom.ts'

/** JSON-RPC 2.0 error codes, and those of Sanity's socket. */
const PARSE_ERROR = -32_700
const METHOD_NOT_FOUND = -32_601
const INVALID_PARAMS = -32_602
const UNAUTHORIZED = 4001

const MAX_SESSION_LENGTH = 100
const MAX_SUBSCRIPTIONS = 8

type Reply = {result: unknown} | {error: {code: number; message: string}}

function refuse(code: number, message: string): Reply {
  return {error: {code, message}}
}

function readSession(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= MAX_SESSION_LENGTH ? value : null
}

/** One client's end of the socket: answers its calls, and passes on what the others do. Knows no network. */
export class PresenceConnection implements Participant {
  readonly #room: PresenceRoom
  readonly #identify: (token: string) => Viewer | undefined
  readonly #write: (text: string) => void
  readonly #subscriptions = new Set<string>()
  #token: string | undefined
  #userId: string | undefined

  constructor(options: {
    room: PresenceRoom
    identify: (token: string) => Viewer | undefined
    write: (text: string) => void
    token: string | undefined
  }) {
    this.#room = options.room
    this.#identify = options.identify
    this.#write = options.write
    if (options.token !== undefined) this.#authorize(options.token)
  }

  get userId(): string {
    return this.#userId ?? ''
  }

  /** Whether the token that it came with still stands for somebody. */
  get isAuthorized(): boolean {
    return this.#token !== undefined && this.#identify(this.#token)?.kind === 'member'
  }

  send(event: PresenceEvent): void {
    for (const subscription of this.#subscriptions) {
      this.#write(
        JSON.stringify({
          jsonrpc: '2.0',
          method: 'presence_subscription',
          params: {subscription, result: event},
        }),
      )
    }
  }

  /** Answers one message. */
  receive(text: string): void {
    let message: unknown
    try {
      message = parseJson(text)
    } catch {
      message = undefined
    }
    const id = isJsonObject(message) ? (message['id'] ?? null) : null
    const reply = isJsonObject(message)
      ? this.#call(message)
      : refuse(PARSE_ERROR, 'The message is not a JSON object.')
    this.#write(JSON.stringify({jsonrpc: '2.0', id, ...reply}))
  }

  close(): void {
    this.#room.leave(this)
  }

  #authorize(token: string): boolean {
    const viewer = this.#identify(token)
    if (viewer?.kind !== 'member') return false
    // A new token may be somebody else's: the others hear that the one before has gone.
    if (this.#userId !== undefined && this.#userId !== viewer.userId) this.#room.leave(this)
    this.#token = token
    this.#userId = viewer.userId
    this.#room.join(this)
    return true
  }

  #call(message: JsonObject): Reply {
    const {method} = message
    const params = isJsonObject(message['params']) ? message['params'] : {}
    if (method === 'authorization') {
      const [, token = ''] = /^Bearer (.+)$/.exec(String(params['authorization'])) ?? []
      return this.#authorize(token)
        ? {result: true}
        : refuse(UNAUTHORIZED, 'The token stands for nobody. Sign in again.')
    }
    if (this.#userId === undefined) return refuse(UNAUTHORIZED, 'Send "authorization" with a token first.')
    switch (method) {
      case 'presence_subscribe':
        return this.#subscribe()
      case 'presence_unsubscribe':
        return {result: this.#subscriptions.delete(String(params['subscriptionId']))}
      case 'presence_announce':
        return this.#announce(params)
      case 'presence_rollcall':
        return this.#withSession(params, (session) => this.#room.rollCall(this, session))
      case 'presence_disconnect':
        return this.#withSession(params, (session) => this.#room.disconnect(this, session))
      default:
        return refuse(METHOD_NOT_FOUND, `The lake's socket has no method ${JSON.stringify(method)}.`)
    }
  }

  #subscribe(): Reply {
    if (this.#subscriptions.size >= MAX_SUBSCRIPTIONS) {
      return refuse(
        INVALID_PARAMS,
        `One connection may have ${MAX_SUBSCRIPTIONS} subscriptions. End one first.`,
      )
    }
    const subscription = randomUUID()
    this.#subscriptions.add(subscription)
    return {result: subscription}
  }

  #announce(params: JsonObject): Reply {
    const data = isJsonObject(params['data']) ? params['data'] : {}
    const {locations} = data
    const session = readSession(data['sessionId'])
    if (session === null || !Array.isArray(locations)) {
      return refuse(INVALID_PARAMS, 'presence_announce needs data with sessionId and locations.')
    }
    return this.#room.announce(this, session, locations)
      ? {result: true}
      : refuse(INVALID_PARAMS, 'One connection may have 64 sessions. Disconnect one first.')
  }

  #withSession(params: JsonObject, act: (session: string) => void): Reply {
    const session = readSession(params['session'])
    if (session === null) return refuse(INVALID_PARAMS, 'The call needs a session.')
    act(session)
    return {result: true}
  }
}
