import {
  ClientError,
  createClient,
  isQueryParseError,
  type MutationEvent,
  Patch,
  type SanityClient,
  Transaction,
} from '@sanity/client'
import {createLake} from '@spine-center/lake'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {type LakeUnderTest, openLake, TRANSPORTS} from '../conformance/lakeFixture.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

// Everything that @sanity/client can be asked for and that a lake has; what it has not is refused by name at the end.
describe.each(TRANSPORTS)('@sanity/client, %s', (transport) => {
  let lake: LakeUnderTest
  let client: SanityClient
  // Each test writes to a lake of its own, and so does each attempt at one.
  beforeEach(async () => {
    lake = await openLake(transport, {
      documents: [
        {_id: 'a', _type: 'note', title: 'A', tags: ['x'], count: 1},
        {_id: 'b', _type: 'note', title: 'B', of: {_type: 'reference', _ref: 'a'}},
        {_id: 'drafts.a', _type: 'note', title: 'A, changed'},
      ],
    })
    ;({client} = lake)
  })
  afterEach(() => lake.close())

  it('fetches with parameters, perspectives and the whole answer', async () => {
    expect(await client.fetch('*[_id == $id][0].title', {id: 'a'})).toBe('A')
    expect(await client.fetch('*[_id == "a"][0].title', {}, {perspective: 'drafts'})).toBe('A, changed')
    expect(await client.withConfig({perspective: 'published'}).fetch('count(*)')).toBe(2)
    expect(await client.fetch('*[_id == "b"][0].of->title', {}, {filterResponse: false})).toMatchObject({
      result: 'A',
      query: '*[_id == "b"][0].of->title',
      ms: expect.any(Number),
      syncTags: expect.arrayContaining([expect.stringMatching(/^s1:/)]),
    })
    // So long that the client sends it as a POST.
    expect(await client.fetch(`*[_id == "a" && title != "${'x'.repeat(12_000)}"][0].title`)).toBe('A')
    expect(await lake.anonymous.withConfig({useCdn: true}).fetch('*[_id == "a"][0].title')).toBe('A')
  })

  it('reads documents by id', async () => {
    expect(await client.getDocument('a')).toMatchObject({_id: 'a', title: 'A'})
    expect(await client.getDocument('nowhere')).toBeUndefined()
    expect(await client.getDocuments(['b', 'nowhere', 'a'])).toMatchObject([{_id: 'b'}, null, {_id: 'a'}])
  })

  it('creates, replaces, patches and deletes', async () => {
    const made = await client.create({_type: 'note', title: 'Made'})
    expect(made).toMatchObject({_id: expect.any(String), _rev: expect.any(String), title: 'Made'})
    const id = made._id
    expect(await client.createIfNotExists({_id: id, _type: 'note', title: 'No'})).toMatchObject({
      title: 'Made',
    })
    expect(await client.createOrReplace({_id: id, _type: 'note', title: 'New'})).toMatchObject({title: 'New'})
    const patched = await client
      .patch(id)
      .set({title: 'Set', list: [{_key: 'k', n: 1}]})
      .setIfMissing({count: 1})
      .inc({count: 2})
      .dec({count: 1})
      .append('list', [{_key: 'l', n: 2}])
      .unset(['list[n == 1]'])
      .commit()
    expect(patched).toMatchObject({title: 'Set', count: 2, list: [{_key: 'l'}]})
    expect(
      await client.patch(id).diffMatchPatch({title: '@@ -1,3 +1,4 @@\n Set\n+!\n'}).commit(),
    ).toMatchObject({
      title: 'Set!',
    })
    await expect(client.patch(id).ifRevisionId('another').set({title: 'No'}).commit()).rejects.toMatchObject({
      statusCode: 409,
    })
    expect(
      await client.mutate(new Patch(id).set({title: 'Mutated'}), {returnDocuments: false}),
    ).toMatchObject({
      documentIds: [id],
    })
    const transaction = new Transaction().create({_id: 't', _type: 'note'}).delete(id)
    expect(await client.mutate(transaction, {returnFirst: false, returnDocuments: false})).toMatchObject({
      documentIds: ['t', id],
    })
    expect(
      await client
        .transaction()
        .patch('t', {set: {title: 'T'}})
        .delete('t')
        .transactionId('mine-1')
        .commit(),
    ).toMatchObject({transactionId: 'mine-1'})
    await client.create({_id: 'u', _type: 'other'}, {dryRun: true})
    expect(await client.getDocument('u')).toBeUndefined()
    await client.create({_id: 'u', _type: 'other', list: [{n: 1}]}, {autoGenerateArrayKeys: true})
    expect(await client.getDocument('u')).toMatchObject({list: [{_key: expect.any(String)}]})
    await client.delete({query: '*[_type == $type]', params: {type: 'other'}})
    expect(await client.getDocument('u')).toBeUndefined()
  })

  it('acts on documents, versions and releases', async () => {
    const {releaseId} = await client.releases.create({metadata: {title: 'Spring', releaseType: 'asap'}})
    await client.createVersion({publishedId: 'a', releaseId, baseId: 'a'})
    await client.patch(`versions.${releaseId}.a`).set({title: 'A in spring'}).commit()
    expect(await client.releases.get({releaseId})).toMatchObject({
      name: releaseId,
      metadata: {title: 'Spring'},
    })
    expect(await client.releases.fetchDocuments({releaseId})).toMatchObject({
      result: [{title: 'A in spring'}],
    })
    await client.releases.edit({releaseId, patch: {set: {'metadata.title': 'Early spring'}}})
    await client.replaceVersion({publishedId: 'a', releaseId, document: {_type: 'note', title: 'A, early'}})
    expect(await client.getDocument('a', {releaseId})).toMatchObject({title: 'A, early'})
    expect(await client.fetch('*[_id == "a"][0].title', {}, {perspective: [releaseId]})).toBe('A, early')
    await client.discardVersion({publishedId: 'a', releaseId})
    await client.createVersion({publishedId: 'a', releaseId, baseId: 'a'})
    await client.unpublishVersion({publishedId: 'a', releaseId})
    await client.releases.schedule({releaseId, publishAt: '2050-01-01T00:00:00Z'})
    await client.releases.unschedule({releaseId})
    await client.releases.archive({releaseId})
    await client.releases.unarchive({releaseId})
    await client.releases.archive({releaseId})
    await client.releases.delete({releaseId})
    expect(await client.releases.get({releaseId})).toBeUndefined()
    expect(
      await client.action({
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.a',
        publishedId: 'a',
      }),
    ).toMatchObject({transactionId: expect.any(String)})
    expect(await client.getDocument('a')).toMatchObject({title: 'A, changed'})
  })

  it('uploads assets', async () => {
    const image = await client.assets.upload('image', PIXEL, {filename: 'pixel.png', title: 'A pixel'})
    expect(image).toMatchObject({originalFilename: 'pixel.png', title: 'A pixel', mimeType: 'image/png'})
    const file = await client.assets.upload('file', Buffer.from('text'), {filename: 'a.txt'})
    expect(file).toMatchObject({_type: 'sanity.fileAsset', size: 4, extension: 'txt'})
    await client.delete(file._id)
    expect(await client.getDocument(file._id)).toBeUndefined()
  })

  it('listens, with and without results', async () => {
    const event = await new Promise<MutationEvent>((resolve, reject) => {
      const options = {
        events: ['welcome', 'mutation'],
        includeResult: true,
        includePreviousRevision: true,
      } as const
      const subscription = client
        .listen('*[_id == $id]', {id: 'l'}, {...options, events: [...options.events]})
        .subscribe({
          next: (heard) => {
            if (heard.type === 'welcome') client.create({_id: 'l', _type: 'note'}).catch(reject)
            if (heard.type !== 'mutation') return
            subscription.unsubscribe()
            resolve(heard)
          },
          error: reject,
        })
    })
    expect(event).toMatchObject({documentId: 'l', transition: 'appear', result: {_id: 'l', _type: 'note'}})
  })

  it('follows live events', async () => {
    const tags = await new Promise<readonly string[]>((resolve, reject) => {
      const subscription = client.live.events({includeDrafts: true}).subscribe({
        next: (event) => {
          if (event.type === 'welcome') client.create({_id: 'live', _type: 'note'}).catch(reject)
          if (event.type !== 'message') return
          subscription.unsubscribe()
          resolve(event.tags)
        },
        error: reject,
      })
    })
    expect(tags).toContainEqual(expect.stringMatching(/^s1:/))
  })

  it('knows projects, datasets and users', async () => {
    expect(await client.projects.list()).toMatchObject([{id: 'spine'}])
    expect(await client.projects.getById('spine')).toMatchObject({id: 'spine', displayName: 'spine'})
    await client.datasets.create('other', {aclMode: 'private'})
    expect((await client.datasets.list()).map(({name}) => name)).toContain('other')
    await client.datasets.edit('other', {aclMode: 'public'})
    await client.datasets.delete('other')
    expect(await client.users.getById('me')).toMatchObject({role: 'administrator'})
  })

  it('has the same as observables', async () => {
    expect(await first(client.observable.fetch('*[_id == "b"][0].title'))).toBe('B')
    expect(await first(client.observable.getDocument('b'))).toMatchObject({title: 'B'})
    expect(await first(client.observable.patch('b').set({title: 'Bee'}).commit())).toMatchObject({
      title: 'Bee',
    })
    expect(await first(client.observable.projects.list())).toMatchObject([{id: 'spine'}])
  })

  it('sends requests of one’s own', async () => {
    expect(await client.request({url: '/ping'})).toMatchObject({status: 'ok'})
    expect(
      await client.request({url: client.getDataUrl('query'), query: {query: 'count(*[_id == "a"])'}}),
    ).toMatchObject({
      result: 1,
    })
  })

  it('reaches a dataset as a resource', async () => {
    const resource = client.withConfig({resource: {type: 'dataset', id: 'spine.production'}})
    expect(await resource.fetch('*[_id == "b"][0]._type')).toBe('note')
    expect(await resource.getDocument('b')).toMatchObject({_id: 'b'})
    expect(await resource.patch('b').set({title: 'By resource'}).commit()).toMatchObject({
      title: 'By resource',
    })
  })

  it('can be called off', async () => {
    const controller = new AbortController()
    const answer = client.fetch('*', {}, {signal: controller.signal})
    controller.abort()
    await expect(answer).rejects.toThrow(/abort/i)
  })

  it('shows where a query is wrong', async () => {
    const error = await client.fetch('*[_type == "note"]{title,,').then(
      () => undefined,
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(ClientError)
    if (!(error instanceof ClientError)) return
    expect(error.statusCode).toBe(400)
    expect(isQueryParseError(error.details)).toBe(true)
    expect(error.message).toMatch(
      /^GROQ query parse error:\n> 1 \| \*\[_type == "note"\]\{title,,\n\s+\|\s+\^/,
    )
  })

  it.each([
    [
      'a document that exists',
      (c: SanityClient) => c.create({_id: 'b', _type: 'note'}),
      409,
      '"b" already exists',
    ],
    ['a document that is referred to', (c: SanityClient) => c.delete('a'), 409, '"b"'],
    ['a patch of nothing', (c: SanityClient) => c.patch('nowhere').set({a: 1}).commit(), 409, '"nowhere"'],
    [
      'a dataset that is not there',
      (c: SanityClient) => c.withConfig({dataset: 'none'}).fetch('*'),
      404,
      '"none"',
    ],
    [
      'a wrong token',
      (c: SanityClient) => c.withConfig({token: 'sk-wrong'}).create({_type: 'note'}),
      401,
      'token',
    ],
    ['embeddings', (c: SanityClient) => c.datasets.getEmbeddingsSettings('production'), 404, 'embeddings'],
  ])('is told of %s', async (_what, ask, statusCode, message) => {
    await expect(ask(client)).rejects.toMatchObject({statusCode, message: expect.stringContaining(message)})
  })
})

it('reaches a lake under the host name of its project, where that resolves', async () => {
  const lake = createLake({documents: [{_id: 'a', _type: 'note'}]})
  const asked: string[] = []
  const client = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiHost: 'http://localhost:3900',
    apiVersion: '2025-02-19',
    useCdn: false,
    resolveFetch: () => (input, init) => {
      asked.push(new URL(input).host)
      return lake.fetch(input, init)
    },
  })
  expect(await client.fetch('*[0]._id')).toBe('a')
  expect(asked).toEqual(['spine.localhost:3900'])
  lake.close()
})

/** The first value of an observable. */
function first<Value>(source: {
  subscribe(observer: {next(value: Value): void; error(error: unknown): void}): unknown
}): Promise<Value> {
  return new Promise((resolve, reject) => source.subscribe({next: resolve, error: reject}))
}
