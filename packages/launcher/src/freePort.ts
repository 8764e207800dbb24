import {createServer} from 'node:net'

// Below those that systems give to outgoing connections (from 32,768 on), or a client that asks again and again for a
// server which is away may be given the very port of that server; above those that browsers refuse to ask (10,080).
const LOWEST = 11_000
const COUNT = 20_000

/** Looks for a loopback port that nothing listens on at this moment, and that no connection will take. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * COUNT)
    // oxlint-disable-next-line no-await-in-loop -- until there is one
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({host: '127.0.0.1', port, exclusive: true}, () => server.close(() => resolve(true)))
  })
}
