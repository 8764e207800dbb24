import {createServer, request as forward} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'

/**
 * What becomes of a request: it passes, is answered with a failure before it arrives, arrives and its answer is lost, or
 * breaks off in the middle of the answer.
 */
export type Fate = 'pass' | 'fail' | 'throttle' | 'lose' | 'cut' | 'echo'

/** A server between a client and a lake, that fails on demand. */
export type FaultyProxy = {
  url: string
  /** Method and path without parameters of every request, in order. */
  seen: string[]
  close(): Promise<void>
}

/** Starts a proxy before a lake on a free port; `fateOf` gets the number of the request, from 1. */
export async function startFaultyProxy(
  target: string,
  fateOf: (number: number, path: string) => Fate,
): Promise<FaultyProxy> {
  const seen: string[] = []
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', target).pathname
    seen.push(`${incoming.method ?? ''} ${path}`)
    answer(fateOf(seen.length, path), target, incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(fate: Fate, target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (fate === 'fail' || fate === 'throttle' || fate === 'echo') {
    incoming.resume()
    const headers = {'content-type': 'application/json', ...(fate === 'throttle' ? {'retry-after': '0'} : {})}
    const message = fate === 'echo' ? `You sent ${incoming.headers.authorization ?? ''}` : 'Out of order'
    outgoing.writeHead(fate === 'echo' ? 400 : fate === 'fail' ? 503 : 429, headers)
    outgoing.end(JSON.stringify({message}))
    return
  }
  const onward = forward(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers: {...incoming.headers, host: new URL(target).host},
  })
  onward.once('error', () => outgoing.destroy())
  onward.once('response', (response) => {
    if (fate === 'lose') {
      response.resume()
      response.once('end', () => outgoing.destroy())
      return
    }
    outgoing.writeHead(response.statusCode ?? 502, response.headers)
    if (fate === 'pass') response.pipe(outgoing)
    else
      response.once('data', (chunk: Buffer) => {
        outgoing.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () => outgoing.destroy())
        response.destroy()
      })
  })
  incoming.pipe(onward)
}
