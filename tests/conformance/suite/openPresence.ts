import {WebSocket} from 'ws'
import {isRecord} from './Scope.ts'
import type {Scope} from './Scope.ts'

/** A client of the presence socket, as the Studio's is. */
export type PresenceClient = {
  /** Calls a method of JSON-RPC; gives its result, or `{error}`. */
  call(method: string, params?: object): Promise<unknown>
  /** The next thing told of others. */
  next(): Promise<unknown>
}

const WAIT_MS = 30_000

/** Connects to `/socket/:dataset`, subscribes if there is a token, and ends with the case. */
export async function openPresence(scope: Scope, token: string | null): Promise<PresenceClient> {
  const address = `${scope.target.origin.replace(/^http/, 'ws')}/v2022-06-30/socket/${scope.target.dataset}`
  const socket = new WebSocket(address, token === null ? {} : {headers: {authorization: `Bearer ${token}`}})
  scope.onClose(() => socket.terminate())
  const answers = new Map<number, (reply: unknown) => void>()
  const told: unknown[] = []
  const waiting: ((event: unknown) => void)[] = []
  socket.on('message', (data) => {
    const text = Buffer.isBuffer(data) ? data.toString() : ''
    if (!text.startsWith('{')) return
    const message: unknown = JSON.parse(scope.decode(text))
    if (!isRecord(message)) return
    const {id, params} = message
    if (typeof id === 'number') answers.get(id)?.(message['result'] ?? {error: message['error']})
    else if (isRecord(params)) {
      const receive = waiting.shift()
      if (receive) receive(params['result'])
      else told.push(params['result'])
    }
  })
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  let last = 0
  const call = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1
      answers.set(last, resolve)
      socket.send(scope.encode(JSON.stringify({jsonrpc: '2.0', id: last, method, params})))
    })
  const next = (): Promise<unknown> =>
    told.length > 0
      ? Promise.resolve(told.shift())
      : new Promise((resolve, reject) => {
          waiting.push(resolve)
          setTimeout(() => reject(new Error(`Nothing told within ${WAIT_MS} ms.`)), WAIT_MS).unref()
        })
  if (token !== null) await call('presence_subscribe')
  return {call, next}
}
