import {Readable} from 'node:stream'
import type {ContentErrorCode, ContentQuery} from '@spine-center/sdk'
import type {Behaviour} from './startFaultyServer.ts'

export const JSON_TYPE = {'content-type': 'application/json'}
export const GOOD_BODY = JSON.stringify({result: 42, ms: 1, syncTags: ['s1:a']})
const MEGABYTE = Buffer.alloc(1024 * 1024, ' ')

/** What a read comes to, and after how many requests. */
interface Outcome {
  readonly code: ContentErrorCode
  readonly status?: number
  readonly requests: number
}

/** One way in which a source breaks, and what reads make of it. */
interface ReadFault {
  /** Continues "a source that". */
  readonly name: string
  readonly behave: Behaviour
  readonly outcome: Outcome
  /** Through `@sanity/client`, where it is another one. */
  readonly byClient?: Outcome
}

const numberSchema: ContentQuery<number>['schemas']['published'] = {
  parse: (data) => (typeof data === 'number' ? data : fail()),
  safeParse: (data) =>
    typeof data === 'number'
      ? {success: true, data}
      : {success: false, error: {issues: [{path: [], message: 'a number'}]}},
}

/** A query for a number. */
export const answerQuery: ContentQuery<number, number> = {
  name: 'answer',
  query: '42',
  params: [],
  schemas: {published: numberSchema, drafts: numberSchema},
}

/** Faults of a source, and what reads with two repeats come to. */
export const readFaults: readonly ReadFault[] = [
  {name: 'hangs before the headers', behave: () => undefined, outcome: {code: 'timeout', requests: 1}},
  {
    name: 'hangs in the middle of the body',
    behave: (_request, response) => response.writeHead(200, JSON_TYPE).write('{"result":'),
    outcome: {code: 'timeout', requests: 1},
  },
  {
    name: 'resets the connection',
    behave: (request) => request.socket.destroy(),
    outcome: {code: 'network', requests: 3},
  },
  {
    name: 'breaks off in the middle of the body',
    behave(request, response) {
      response.writeHead(200, {...JSON_TYPE, 'content-length': '1000'}).write('{"result":', () => {
        request.socket.destroy()
      })
    },
    outcome: {code: 'network', requests: 3},
  },
  {
    name: 'answers 500',
    behave: (_request, response) => response.writeHead(500).end('oops'),
    outcome: {code: 'http', status: 500, requests: 3},
    // It repeats only what says that it is too busy.
    byClient: {code: 'http', status: 500, requests: 1},
  },
  {
    name: 'answers 429 with a long Retry-After',
    behave: (_request, response) => response.writeHead(429, {'retry-after': '3600'}).end(),
    outcome: {code: 'http', status: 429, requests: 1},
    byClient: {code: 'http', status: 429, requests: 3},
  },
  {
    name: 'answers 400',
    behave: (_request, response) =>
      response.writeHead(400, JSON_TYPE).end('{"error":{"description":"expected ] at 12"}}'),
    outcome: {code: 'http', status: 400, requests: 1},
  },
  {
    name: 'answers 404',
    behave: (_request, response) => response.writeHead(404).end(),
    outcome: {code: 'http', status: 404, requests: 1},
  },
  {
    name: 'answers 401',
    behave: (_request, response) => response.writeHead(401).end(),
    outcome: {code: 'unauthorized', status: 401, requests: 1},
  },
  {
    name: 'cuts the JSON short',
    behave: (_request, response) => response.writeHead(200, JSON_TYPE).end(GOOD_BODY.slice(0, 9)),
    outcome: {code: 'not-json', requests: 1},
  },
  {
    name: 'answers with a web page',
    behave: (_request, response) =>
      response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html>'),
    outcome: {code: 'not-json', requests: 1},
  },
  {
    name: 'answers with JSON that is no result',
    behave: (_request, response) => response.writeHead(200, JSON_TYPE).end('[]'),
    outcome: {code: 'not-json', requests: 1},
    byClient: {code: 'invalid-result', requests: 1},
  },
  {
    name: 'says that it sends 100 MB',
    behave: (_request, response) =>
      response.writeHead(200, {...JSON_TYPE, 'content-length': String(100 * 1024 * 1024)}).write('{'),
    outcome: {code: 'too-large', requests: 1},
    // It has no limit, and waits for them.
    byClient: {code: 'timeout', requests: 1},
  },
  {
    name: 'sends 100 MB without saying so',
    behave: sendHundredMegabytes,
    outcome: {code: 'too-large', requests: 1},
    // It takes what is no JSON for a text.
    byClient: {code: 'not-json', requests: 1},
  },
]

/** Little time for what is to run out of it; for all else more than a busy machine needs. */
export function timeFor(code: ContentErrorCode): number {
  return code === 'timeout' ? 1_500 : 30_000
}

/** Answers with 100 MB of spaces. */
export function sendHundredMegabytes(...[, response]: Parameters<Behaviour>): void {
  response.writeHead(200, JSON_TYPE)
  Readable.from(Array.from({length: 100}, () => MEGABYTE)).pipe(response)
}

function fail(): never {
  throw new Error('not a number')
}
