import {type ClientHttp2Session, connect} from 'node:http2'
import {get} from 'node:https'
import {text} from 'node:stream/consumers'
import {getCACertificates, setDefaultCACertificates} from 'node:tls'
import {createClient, type SanityClient} from '@sanity/client'
import {type RunningLake, startLake} from '@spine-center/lake'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createCertificate} from './createCertificate.ts'

const QUERY = '/v2025-02-19/data/query/production?query=*[0]._id'
const LISTEN = '/v2025-02-19/data/listen/production?query=*'

describe('a lake with a certificate', () => {
  const trusted = getCACertificates('default')
  let lake: RunningLake
  let client: SanityClient
  let session: ClientHttp2Session

  beforeAll(async () => {
    const tls = await createCertificate()
    setDefaultCACertificates([...trusted, tls.cert])
    lake = await startLake({port: 0, tls, documents: [{_id: 'a', _type: 'article'}]})
    client = createClient({
      projectId: lake.projectId,
      dataset: lake.dataset,
      apiHost: lake.url,
      useProjectHostname: false,
      apiVersion: '2025-02-19',
      useCdn: false,
      token: lake.createToken({role: 'editor', label: 'test'}),
    })
    session = connect(lake.url)
  })
  afterAll(async () => {
    session.close()
    await lake.close()
    setDefaultCACertificates(trusted)
  })

  /** One request over HTTP/2: its status, and its body as far as the first piece. */
  function ask(path: string, headers: Record<string, string> = {}): Promise<{status: number; start: string}> {
    return new Promise((resolve, reject) => {
      const stream = session.request({':path': path, ...headers})
      let status = 0
      stream.on('response', (answer) => {
        status = answer[':status'] ?? 0
      })
      stream.once('data', (chunk: Buffer) => resolve({status, start: chunk.toString('utf8')}))
      stream.once('error', reject)
      stream.once('end', () => resolve({status, start: ''}))
    })
  }

  it('is reached by HTTPS alone', async () => {
    expect(lake.url).toBe(`https://localhost:${lake.port}`)
    await expect(fetch(`http://localhost:${lake.port}${QUERY}`)).rejects.toThrow('fetch failed')
  })

  it('serves the client, its listeners included', async () => {
    expect(await client.fetch('*[0]._id')).toBe('a')
    const heard = await new Promise((resolve, reject) => {
      const subscription = client
        .listen('*[_type == "note"]', {}, {events: ['welcome', 'mutation']})
        .subscribe({
          next: (event) => {
            if (event.type === 'welcome') client.create({_id: 'n', _type: 'note'}).catch(reject)
            if (event.type !== 'mutation') return
            subscription.unsubscribe()
            resolve(event)
          },
          error: reject,
        })
    })
    expect(heard).toMatchObject({documentId: 'n', transition: 'appear'})
  })

  it('speaks HTTP/2, and a page may open many event streams on one connection without a redirect', async () => {
    const headers = {origin: 'http://localhost:3333'}
    expect(await ask(QUERY, headers)).toMatchObject({status: 200, start: expect.stringContaining('"a"')})
    const streams = await Promise.all(Array.from({length: 200}, () => ask(LISTEN, headers)))
    expect(new Set(streams.map(({status}) => status))).toEqual(new Set([200]))
    expect(streams.every(({start}) => start.includes('event: welcome'))).toBe(true)
  })

  it('speaks HTTP/1.1 with those who know nothing else, and takes their sockets', async () => {
    const body = await new Promise<string>((resolve, reject) => {
      get(`${lake.url}${QUERY}`, (response) => {
        expect(response.httpVersion).toBe('1.1')
        text(response).then(resolve, reject)
      }).on('error', reject)
    })
    expect(JSON.parse(body)).toMatchObject({result: 'a'})
    const socket = new WebSocket(`${lake.url.replace('https', 'wss')}/v2022-06-30/socket/production`)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    socket.close()
  })

  it('answers to no foreign name over HTTP/2 either', async () => {
    expect(await ask(QUERY, {':authority': 'example.org'})).toMatchObject({
      status: 403,
      start: expect.stringContaining('example.org\\" is not served here'),
    })
  })
})
