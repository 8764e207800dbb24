import {inspect} from 'node:util'
import {createClient} from '@sanity/client'
import {ContentError, createContent, formatProblem, type Content, type ContentQuery} from '@spine-center/sdk'
import {describe, expect, it} from 'vitest'
import {follow, openContent, startLiveSource, stream} from './startLiveSource.ts'
import {startFaultyServer, type Behaviour} from './startFaultyServer.ts'

const TOKEN = 'skSecretTokenOfTheClinic123'

const anything: ContentQuery['schemas']['published'] = {
  parse: (data) => data,
  safeParse: () => ({success: false, error: {issues: [{path: [], message: 'anything'}]}}),
}
const anyQuery: ContentQuery = {
  name: 'any',
  query: '*',
  params: [],
  schemas: {published: anything, drafts: anything},
}

const JSON_TYPE = {'content-type': 'application/json'}

// Servers, proxies and error pages like to echo what they were sent.
const echoing: readonly (readonly [string, Behaviour])[] = [
  ['401 that echoes the header', (request, response) => echo(request.headers.authorization, response, 401)],
  ['400 that echoes the header', (request, response) => echo(request.headers.authorization, response, 400)],
  ['500 that echoes the header', (request, response) => echo(request.headers.authorization, response, 500)],
  ['a reset', (request) => request.socket.destroy()],
  ['a hang', () => undefined],
  [
    'a page that echoes the header',
    ({headers}, response) => {
      response.writeHead(200, {'content-type': 'text/html'}).end(headers.authorization)
    },
  ],
  [
    'a content type that echoes the header',
    ({headers}, response) => {
      response.writeHead(200, {'content-type': `text/html; for=${headers.authorization}`}).end('<p>')
    },
  ],
  ['a page', (_request, response) => response.writeHead(200, {'content-type': 'text/html'}).end('<p>')],
  ['cut JSON', (_request, response) => response.writeHead(200, JSON_TYPE).end('{"result"')],
  [
    'a result that is refused',
    (_request, response) => response.writeHead(200, JSON_TYPE).end('{"result":1,"ms":1}'),
  ],
]

describe('a token', () => {
  it.each(echoing)('never shows in the error of %s', async (_name, behave) => {
    const urls: string[] = []
    await using server = await startFaultyServer((request, response, attempt) => {
      urls.push(request.url ?? '')
      behave(request, response, attempt)
    })
    const shared = {dataset: 'production', token: TOKEN, perspective: 'drafts'} as const
    const light = createContent({...shared, url: server.url, timeoutMs: 1_500, retries: 1})
    const client = createClient({
      ...shared,
      apiHost: server.url,
      projectId: 'spine',
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      maxRetries: 0,
    })
    for (const content of [light, createContent({client, perspective: 'drafts', timeoutMs: 1_500})]) {
      expect(everythingShownBy(await errorOf(content))).not.toContain(TOKEN)
    }
    expect(urls.join('\n')).not.toContain(TOKEN)
  })

  it.each<[string, (token: string) => Behaviour]>([
    ['401', () => (request, response) => echo(request.headers.authorization, response, 401)],
    ['500', () => (request, response) => echo(request.headers.authorization, response, 500)],
    ['an event that is no JSON', (token) => stream(`data: ${token}\n\n`)],
    ['a source that sends it away', (token) => stream(`event: goaway\ndata: {"reason":"${token}"}\n\n`)],
    [
      'an answer of another type',
      (token) => (_request, response) => response.writeHead(200, {'content-type': token}).end(),
    ],
  ])('never shows in what live says of %s', async (_name, behave) => {
    const urls: string[] = []
    const spying: Behaviour = (request, response, attempt) => {
      urls.push(request.url ?? '')
      behave(TOKEN)(request, response, attempt)
    }
    await using server = await startLiveSource(spying)
    for (const by of ['url', 'client'] as const) {
      const {iterator, statuses} = follow(openContent(server, by, {token: TOKEN}))
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await iterator.next()
      const shown: unknown[] = statuses
      iterator.next().catch((error: unknown) => shown.push(error))
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect.poll(() => shown).not.toEqual([])
      expect(inspect(shown, {depth: 20, showHidden: true, getters: true})).not.toContain(TOKEN)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await iterator.return?.()
    }
    expect(urls.length).toBeGreaterThan(1)
    expect(urls.join('\n')).not.toContain(TOKEN)
  })

  it('never shows in the error of a fetch that hangs the request on what it throws', async () => {
    const content = createContent({
      url: 'http://h',
      dataset: 'd',
      token: TOKEN,
      fetch: throwRequest,
      retries: 0,
    })
    expect(everythingShownBy(await errorOf(content))).not.toContain(TOKEN)
  })
})

function echo(text: string | undefined, response: Parameters<Behaviour>[1], status: number): void {
  response
    .writeHead(status, JSON_TYPE)
    .end(JSON.stringify({error: {description: `got ${text}`}, message: text}))
}

async function errorOf(content: Content | Content<'drafts'>): Promise<ContentError> {
  try {
    await content.query(anyQuery)
  } catch (error) {
    if (error instanceof ContentError) return error
    throw error
  }
  throw new Error('The read should have failed.')
}

async function throwRequest(_url: string, init: RequestInit): Promise<Response> {
  throw Object.assign(new Error(`could not send ${JSON.stringify(init.headers)}`), {init})
}

function everythingShownBy(error: ContentError): string {
  return [
    inspect(error, {depth: 20, showHidden: true, getters: true}),
    formatProblem(error),
    error.stack ?? '',
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
  ].join('\n')
}
