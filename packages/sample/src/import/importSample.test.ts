import {createServer, type RequestListener} from 'node:http'
import {createLake, type Lake} from '@spine-center/lake'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {sampleDocuments} from '../documents/sampleDocuments.ts'
import {importSample, type ImportProgress} from './importSample.ts'
import {SampleImportError} from './sampleImportError.ts'

const url = 'http://localhost'
let lake: Lake
let token: string

beforeEach(() => {
  lake = createLake({projectId: 'spine', dataset: 'production'})
  token = lake.createToken({role: 'editor', label: 'import'})
})

afterEach(() => {
  lake.close()
})

function intoLake(more: Partial<Parameters<typeof importSample>[0]> = {}) {
  return importSample({url, token, fetch: (request) => lake.fetch(request), ...more})
}

async function query(groq: string): Promise<unknown> {
  const response = await lake.fetch(
    `${url}/v2025-02-19/data/query/production?${new URLSearchParams({query: groq}).toString()}`,
  )
  const answer: unknown = await response.json()
  return typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined
}

async function publish(title: string): Promise<void> {
  const mutations = [
    {createOrReplace: {_id: 'organization-spine-center', _type: 'organization', name: title}},
  ]
  await lake.fetch(
    new Request(`${url}/v2025-02-19/data/mutate/production`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify({mutations}),
    }),
  )
}

async function failure(attempt: Promise<unknown>): Promise<SampleImportError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof SampleImportError) return error
  throw new TypeError(`Expected a SampleImportError, got ${String(error)}.`)
}

async function withServer<T>(listener: RequestListener, run: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.')
  try {
    return await run(`http://127.0.0.1:${address.port}`)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

describe('an import into an empty lake', () => {
  test('writes every document and uploads every picture', async () => {
    const result = await intoLake()
    expect(result).toEqual({status: 'imported', pictures: 17, documents: sampleDocuments.length})
    expect(
      await query('count(*[!string::startsWith(_type, "sanity.") && !string::startsWith(_type, "system.")])'),
    ).toBe(sampleDocuments.length)
    expect(await query('count(*[defined(leadFigure.image._sanityAsset)])')).toBe(0)
  })

  test('gives the article with its author, its picture and its exercises', async () => {
    await intoLake()
    const article = await query(
      `*[_type == "article" && slug.current == "exercising-with-back-pain"][0]{
        title, "author": contributors[0].person->name.family,
        "picture": leadFigure.image.asset->{mimeType, "width": metadata.dimensions.width},
        "exercises": recommends[].exercise->slug.current
      }`,
    )
    expect(article).toMatchObject({
      title: 'Exercising with Back Pain',
      author: 'Bergeron',
      picture: {mimeType: 'image/svg+xml', width: 1600},
    })
    expect(article).toHaveProperty(
      'exercises',
      expect.arrayContaining(['walking-outdoors', 'knee-to-chest-supine']),
    )
  })

  test('tells how far it has come', async () => {
    const seen: ImportProgress[] = []
    await intoLake({onProgress: (progress) => seen.push({...progress})})
    expect(seen.at(0)).toEqual({step: 'pictures', done: 0, total: 17})
    expect(seen.at(-1)).toEqual({
      step: 'documents',
      done: sampleDocuments.length,
      total: sampleDocuments.length,
    })
    expect(seen.filter(({step}) => step === 'pictures').map(({done}) => done)).toEqual(
      Array.from({length: 18}, (_, done) => done),
    )
  })
})

describe('an import into a lake that holds something', () => {
  test('is skipped when asked for', async () => {
    await publish('Mine')
    expect(await intoLake({ifEmpty: true})).toEqual({status: 'skipped', pictures: 0, documents: 0})
    expect(await query('*{name}')).toEqual([{name: 'Mine'}])
  })

  test('replaces documents with the same ids otherwise, and can be repeated', async () => {
    await publish('Mine')
    await intoLake()
    await intoLake()
    expect(await query('*[_id == "organization-spine-center"][0].name')).toBe('The Spine Center')
    expect(await query('count(*[_type == "sanity.imageAsset"])')).toBe(17)
  })

  test('goes on when only assets are there, as after an import that was cut off', async () => {
    await expect(
      intoLake({
        fetch: (request) =>
          request.url.includes('/data/mutate/')
            ? Promise.reject(new Error('cable cut'))
            : lake.fetch(request),
      }),
    ).rejects.toThrow('nothing answers')
    expect(await intoLake({ifEmpty: true})).toMatchObject({status: 'imported'})
  })
})

describe('an import that cannot be done', () => {
  test.each([
    ['without a token', undefined],
    ['with a token that nobody made', 'not-a-token'],
  ])('%s is refused, and nothing is written', async (_name, given) => {
    const error = await failure(
      importSample({url, fetch: (request) => lake.fetch(request), ...(given && {token: given})}),
    )
    expect(error.code).toBe('unauthorized')
    expect(error.message).toContain('token of an editor or administrator')
    expect(await query('count(*)')).toBe(0)
  })

  test('with the token of a viewer is refused', async () => {
    const error = await failure(intoLake({token: lake.createToken({role: 'viewer', label: 'read'})}))
    expect(error.code).toBe('unauthorized')
  })

  test('into a dataset that is not there says so', async () => {
    const error = await failure(intoLake({dataset: 'nowhere'}))
    expect(error.code).toBe('not-found')
    expect(error.message).toContain('name of the dataset')
  })

  test('at an address where nothing listens says so and keeps the cause', async () => {
    const address = await withServer(
      () => undefined,
      (running) => Promise.resolve(running),
    )
    const error = await failure(importSample({url: address, token}))
    expect(error.code).toBe('unreachable')
    expect(error.message).toContain(address)
    expect(error.cause).toBeInstanceOf(Error)
  })

  test.each([
    [200, '<html>Welcome</html>', 'unexpected-answer'],
    [200, '{"something": "else"}', 'unexpected-answer'],
    [409, '{"error": "conflict"}', 'rejected'],
    [500, 'x'.repeat(2000), 'rejected'],
  ])('at a server that answers %i %s fails with a code', async (status, body, code) => {
    const error = await withServer(
      (request, response) => {
        request.resume()
        request.on('end', () => response.writeHead(status).end(body))
      },
      (address) => failure(importSample({url: address, token})),
    )
    expect(error.code).toBe(code)
    expect(error.message).toContain('images/')
    expect(error.message.length).toBeLessThan(700)
  })

  test('without an address is a mistake of the caller', async () => {
    await expect(importSample({token})).rejects.toThrow(TypeError)
  })
})
