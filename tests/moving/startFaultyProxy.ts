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
  /** Resolves when no request that was passed on is on its way any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Starts a proxy before a lake on a free port; `fateOf` gets the number of the request, from 1. */
export async function startFaultyProxy(
  target: string,
  fateOf: (number: number, path: string) => Fate,
): Promise<FaultyProxy> {
  const seen: string[] = []
  const underWay = new Set<Promise<void>>()
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', target).pathname
    seen.push(`${incoming.method ?? ''} ${path}`)
    const answered = answer(fateOf(seen.length, path), target, incoming, outgoing)
    underWay.add(answered)
    void answered.then(() => underWay.delete(answered))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    settled: async () => void (await Promise.all(underWay)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Does with a request what is to become of it; resolves when the lake is done with it. */
function answer(
  fate: Fate,
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (fate === 'fail' || fate === 'throttle' || fate === 'echo') {
    incoming.resume()
    const headers = {'content-type': 'application/json', ...(fate === 'throttle' ? {'retry-after': '0'} : {})}
    const message = fate === 'echo' ? `You sent ${incoming.headers.authorization ?? ''}` : 'Out of order'
    outgoing.writeHead(fate === 'echo' ? 400 : fate === 'fail' ? 503 : 429, headers)
    outgoing.end(JSON.stringify({message}))
    return Promise.resolve()
  }
  const onward = forward(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers: {...incoming.headers, host: new URL(target).host},
  })
  const done = new Promise<void>((resolve) => onward.once('close', resolve))
  onward.once('error', () => outgoing.destroy())
  // Who was killed while it sent has sent a part.
  incoming.once('close', () => {
    if (!incoming.complete) onward.destroy()
  })
  onward.once('response', (response) => {
    // Of an answer that nobody takes any more the rest goes by.
    outgoing.once('close', () => response.resume())
    if (outgoing.destroyed) response.resume()
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
  return done
}
