import {describe, expect, it} from 'vitest'
import {GOOD_BODY, readFaults, timeFor} from './readFaults.ts'
import type {Behaviour} from './startFaultyServer.ts'
import {follow, openContent, startLiveSource, stream, WELCOME} from './startLiveSource.ts'

type Fault = (typeof readFaults)[number]

const isPassing = ({outcome: {code, status = 0}}: Fault) =>
  ['timeout', 'network', 'not-json'].includes(code) || status >= 500
const isFinal = (fault: Fault) => !isPassing(fault) && fault.outcome.status !== 429

describe('a read that fails while a query is followed', () => {
  it.each(readFaults.filter(isPassing))(
    '$name: it is told, and repeated',
    async ({behave, outcome: {code}}) => {
      await using server = await startLiveSource(stream(WELCOME), failingTwice(behave))
      const {iterator, statuses} = follow(openContent(server, 'url', {timeoutMs: timeFor(code)}))
      expect(await iterator.next()).toMatchObject({value: 42})
      expect(await iterator.next()).toMatchObject({value: 43})
      expect(statuses.filter(({isCurrent}) => !isCurrent).map(({error}) => error?.code)).toEqual([code, code])
      expect(statuses.at(-1)).toEqual({isConnected: true, isCurrent: true, error: null})
      await iterator.return?.()
    },
  )

  it.each(readFaults.filter(isFinal))('$name: it ends', async ({behave, outcome: {code}}) => {
    await using server = await startLiveSource(stream(WELCOME), failingTwice(behave))
    const {iterator} = follow(openContent(server, 'url'))
    expect(await iterator.next()).toMatchObject({value: 42})
    await expect(iterator.next()).rejects.toMatchObject({name: 'ContentError', code})
    await expect.poll(() => server.openSockets()).toBe(0)
  })

  it('answers 429: it is repeated as late as the source asks', async () => {
    await using server = await startLiveSource(
      stream(WELCOME),
      failingTwice((_request, response) => response.writeHead(429, {'retry-after': '1'}).end()),
    )
    const {iterator, statuses} = follow(openContent(server, 'url'))
    expect(await iterator.next()).toMatchObject({value: 42})
    const started = performance.now()
    expect(await iterator.next()).toMatchObject({value: 43})
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_950)
    expect(statuses.find(({isCurrent}) => !isCurrent)?.error).toMatchObject({
      status: 429,
      retryAfterMs: 1_000,
    })
    await iterator.return?.()
  })
})

/** Answers the first read with 42, breaks for the next two, and answers 43 then. */
function failingTwice(behave: Behaviour): Behaviour {
  let reads = 0
  return (request, response, attempt) => {
    reads += 1
    if (reads === 2 || reads === 3) behave(request, response, attempt)
    else response.end(reads === 1 ? GOOD_BODY : GOOD_BODY.replace('42', '43'))
  }
}
