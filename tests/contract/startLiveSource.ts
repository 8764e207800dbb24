import {createClient} from '@sanity/client'
import {createContent, type Content, type LiveStatus} from '@spine-center/sdk'
import {answerQuery, GOOD_BODY, JSON_TYPE} from './readFaults.ts'
import {startFaultyServer, type Behaviour, type FaultyServer} from './startFaultyServer.ts'

const STREAM_TYPE = {'content-type': 'text/event-stream'}

/** Opens an event stream, says something on it and leaves it open. */
export const stream =
  (text: string): Behaviour =>
  (_request, response) =>
    response.writeHead(200, STREAM_TYPE).write(text)

/** The first event of a stream. */
export const WELCOME = 'event: welcome\ndata: {}\nid: e1\n\n'

/** A source whose queries and live events are answered by their own behaviours. */
export async function startLiveSource(
  tellEvents: Behaviour,
  answer: Behaviour = (_request, response) => response.end(GOOD_BODY),
) {
  let attempts = 0
  const server = await startFaultyServer((request, response, attempt) => {
    // What is open at the end is then still in use.
    response.setHeader('connection', 'close')
    if (request.url?.includes('/data/live/')) {
      attempts += 1
      tellEvents(request, response, attempts)
    } else if (request.url?.includes('/check/cors')) {
      response.end('{"result":{"allowed":true,"withCredentials":true}}')
    } else {
      response.setHeader('content-type', JSON_TYPE['content-type'])
      answer(request, response, attempt)
    }
  })
  return {...server, attempts: () => attempts}
}

/** Content of a source; with a token, of drafts. */
export function openContent(
  {url}: FaultyServer,
  by: 'url' | 'client',
  {token, timeoutMs = 30_000}: {token?: string; timeoutMs?: number} = {},
): Content | Content<'drafts'> {
  const perspective = token ? 'drafts' : 'published'
  const limits = {timeoutMs, random: () => 0, perspective} as const
  const source = {dataset: 'production', ...(token ? {token} : {})}
  if (by === 'url') return createContent({url, ...source, retries: 0, maxBytes: 1_048_576, ...limits})
  const client = createClient({
    ...source,
    apiHost: url,
    useProjectHostname: false,
    projectId: 'spine',
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  return createContent({client, ...limits})
}

/** Follows a number. */
export function follow(content: Content | Content<'drafts'>) {
  const statuses: LiveStatus[] = []
  const results = content.live(answerQuery, {}, {onStatus: (status: LiveStatus) => statuses.push(status)})
  return {iterator: results[Symbol.asyncIterator](), statuses}
}
