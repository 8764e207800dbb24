import {createServer} from 'node:http'
import type {IncomingHttpHeaders} from 'node:http'
import {listen} from '../listen.ts'

/** One request that a receiver got. */
export type Received = {method: string; url: string; headers: IncomingHttpHeaders; body: string}

/** What a receiver answers: a status, or one with headers. */
export type Answer = number | {status: number; headers: Record<string, string>}

/** A receiver of webhooks on this machine. */
export type Receiver = {
  url: string
  received: Received[]
  /** Resolves once so many requests have arrived. */
  until(count: number): Promise<readonly Received[]>
  close(): Promise<void>
}

/** Starts a receiver that gives one answer after the other, and 200 when they are used up. */
export async function startReceiver(answers: Answer[] = [], port = 0): Promise<Receiver> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const answer = answers.shift() ?? 200
      const {status, headers} = typeof answer === 'number' ? {status: answer, headers: {}} : answer
      response.writeHead(status, headers).end(`answer ${status}`)
      received.push({method: request.method ?? '', url: request.url ?? '', headers: request.headers, body})
      for (const look of waiting) look()
    })
  })
  const url = await listen(server, port)
  return {
    url,
    received,
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return
          waiting.delete(look)
          resolve(received)
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
