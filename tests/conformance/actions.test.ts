import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const action = (name: string, members: object): object => ({actionType: `sanity.action.${name}`, ...members})
const ids = (id: string): {draftId: string; publishedId: string} => ({
  draftId: `drafts.${id}`,
  publishedId: id,
})

const publishHeld = (members: object): object => action('document.publish', {...ids('held'), ...members})

describe.each(TRANSPORTS)('actions, %s', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport)
  })
  afterAll(() => lake.close())

  const get = (id: string): Promise<unknown> => lake.client.getDocument(id)

  test('create, edit, publish, unpublish, delete: the life of a document', async () => {
    const attributes = {_id: 'drafts.life', _type: 'article', title: 'A'}
    expect(
      await lake.act(action('document.create', {publishedId: 'life', attributes, ifExists: 'fail'})),
    ).toMatchObject({
      status: 200,
      body: {transactionId: expect.any(String)},
    })
    expect(await get('life')).toBeUndefined()
    await lake.act(action('document.edit', {...ids('life'), patch: {set: {title: 'B'}}}))
    await lake.act(action('document.publish', ids('life')))
    expect(await get('life')).toMatchObject({title: 'B'})
    expect(await get('drafts.life')).toBeUndefined()
    await lake.act(action('document.unpublish', ids('life')))
    expect(await get('life')).toBeUndefined()
    expect(await get('drafts.life')).toMatchObject({title: 'B'})
    await lake.act(action('document.delete', {publishedId: 'life', includeDrafts: ['drafts.life']}))
    expect(await get('drafts.life')).toBeUndefined()
  })

  test('create fails on what exists unless told to ignore it', async () => {
    await lake.client.create({_id: 'exists', _type: 'article'})
    const attributes = {_id: 'drafts.exists', _type: 'article'}
    const create = (ifExists: string): object =>
      action('document.create', {publishedId: 'exists', attributes, ifExists})
    expect(await lake.act(create('fail'))).toMatchObject({status: 409, body: {error: {type: 'actionError'}}})
    expect(await lake.act(create('ignore'))).toMatchObject({status: 200})
    expect(await get('drafts.exists')).toBeUndefined()
  })

  test('edit copies what is published into a draft and leaves the published alone', async () => {
    await lake.client.create({_id: 'copied', _type: 'article', title: 'Published', n: 1})
    await lake.act(action('document.edit', {...ids('copied'), patch: {inc: {n: 1}}}))
    expect(await get('copied')).toMatchObject({n: 1})
    expect(await get('drafts.copied')).toMatchObject({title: 'Published', n: 2})
  })

  test('an edit without effect is still a transaction with the id that was given', async () => {
    await lake.client.create({_id: 'noop', _type: 'article'})
    const patch = {unset: ['_empty_action_guard_pseudo_field_']}
    await lake.act(action('document.edit', {...ids('noop'), patch}), {transactionId: 'noop-transaction'})
    expect(await get('drafts.noop')).toMatchObject({_rev: 'noop-transaction'})
  })

  test('edit of what does not exist is a conflict', async () => {
    expect(await lake.act(action('document.edit', {...ids('nowhere'), patch: {set: {a: 1}}}))).toMatchObject({
      status: 409,
      body: {message: expect.stringContaining('"nowhere"')},
    })
  })

  test('publish holds to the revisions it was given', async () => {
    await lake.client.create({_id: 'held', _type: 'article', title: 'A'})
    await lake.client.create({_id: 'drafts.held', _type: 'article', title: 'B'})
    expect(await lake.act(publishHeld({ifPublishedRevisionId: 'other'}))).toMatchObject({status: 409})
    expect(await lake.act(publishHeld({ifDraftRevisionId: 'other'}))).toMatchObject({status: 409})
    expect(await get('held')).toMatchObject({title: 'A'})
  })

  test('publish keeps the time of creation and makes weak references strong that were so only until then', async () => {
    await lake.client.create({_id: 'friend', _type: 'person'})
    const weak = {_type: 'reference', _ref: 'friend', _weak: true}
    await lake.client.create({
      _id: 'drafts.strengthen',
      _type: 'article',
      a: {...weak, _strengthenOnPublish: {type: 'person'}},
      b: {...weak, _strengthenOnPublish: {type: 'person', weak: true}},
      c: weak,
    })
    await lake.act(action('document.publish', ids('strengthen')))
    expect(await get('strengthen')).toMatchObject({
      a: {_type: 'reference', _ref: 'friend'},
      b: weak,
      c: weak,
    })
    expect(
      await lake.client.fetch('*[_id == "strengthen"][0]{"keys": a._strengthenOnPublish, "weak": a._weak}'),
    ).toEqual({
      keys: null,
      weak: null,
    })
    await expect(lake.client.delete('friend')).rejects.toMatchObject({statusCode: 409})
  })

  test('publish with a reference to what is not published names it', async () => {
    const author = {_type: 'reference', _ref: 'unborn', _weak: true, _strengthenOnPublish: {type: 'person'}}
    await lake.client.create({_id: 'drafts.orphan', _type: 'article', author})
    expect(await lake.act(action('document.publish', ids('orphan')))).toMatchObject({
      status: 409,
      body: {message: expect.stringContaining('"unborn"')},
    })
    expect(await get('drafts.orphan')).toBeTruthy()
  })

  test('discard removes a draft and nothing else', async () => {
    await lake.client.create({_id: 'kept', _type: 'article'})
    await lake.client.create({_id: 'drafts.kept', _type: 'article'})
    await lake.act(action('document.version.discard', {versionId: 'drafts.kept'}))
    expect(await get('drafts.kept')).toBeUndefined()
    expect(await get('kept')).toBeTruthy()
    expect(await lake.act(action('document.version.discard', {versionId: 'kept'}))).toMatchObject({
      status: 400,
    })
  })

  test('dryRun of an action changes nothing', async () => {
    await lake.client.create({_id: 'drafts.dry', _type: 'article'})
    expect(await lake.act(action('document.publish', ids('dry')), {dryRun: true})).toMatchObject({
      status: 200,
    })
    expect(await get('dry')).toBeUndefined()
  })

  test.each(['create', 'publish', 'edit', 'schedule'])(
    'the probe release.%s in a dry run is answered',
    async (name) => {
      const members = {
        releaseId: 'probe',
        publishAt: '2030-01-01T00:00:00Z',
        patch: {set: {a: 1}},
        metadata: {},
      }
      expect(await lake.act(action(`release.${name}`, members), {dryRun: true})).toMatchObject({status: 200})
      expect(await lake.client.fetch('releases::all()._id')).not.toContain('_.releases.probe')
    },
  )

  test('a release: created, filled, previewed, published', async () => {
    await lake.client.create({_id: 'r-old', _type: 'released', title: 'Old'})
    await lake.act(action('release.create', {releaseId: 'spring', metadata: {title: 'Spring'}}))
    await lake.act(
      action('document.version.create', {
        publishedId: 'r-old',
        baseId: 'r-old',
        versionId: 'versions.spring.r-old',
      }),
    )
    await lake.act(
      action('document.edit', {
        draftId: 'versions.spring.r-old',
        publishedId: 'r-old',
        patch: {set: {title: 'New'}},
      }),
    )
    const document = {_id: 'versions.spring.r-new', _type: 'released', title: 'Fresh'}
    await lake.act(action('document.version.create', {publishedId: 'r-new', document}))
    const query = '*[_type == "released"] | order(_id) {_id, _originalId, title}'
    const preview = lake.client.withConfig({perspective: ['spring']})
    expect(await preview.fetch(query)).toEqual([
      {_id: 'r-new', _originalId: 'versions.spring.r-new', title: 'Fresh'},
      {_id: 'r-old', _originalId: 'versions.spring.r-old', title: 'New'},
    ])
    await lake.act(action('release.publish', {releaseId: 'spring'}))
    const published = lake.client.withConfig({perspective: 'published'})
    expect(await published.fetch('*[_type == "released"] | order(_id) {_id, title}')).toEqual([
      {_id: 'r-new', title: 'Fresh'},
      {_id: 'r-old', title: 'New'},
    ])
    expect(await get('_.releases.spring')).toMatchObject({state: 'published', name: 'spring'})
    expect(await lake.client.fetch('*[_id in path("versions.spring.**")]._id')).toEqual([])
  })

  test('a version can unpublish its document', async () => {
    await lake.client.create({_id: 'leaving', _type: 'leaver'})
    await lake.act(action('release.create', {releaseId: 'goodbye'}))
    await lake.act(
      action('document.version.unpublish', {versionId: 'versions.goodbye.leaving', publishedId: 'leaving'}),
    )
    expect(await lake.client.withConfig({perspective: ['goodbye']}).fetch('*[_type == "leaver"]')).toEqual([])
    await lake.act(action('release.publish', {releaseId: 'goodbye'}))
    expect(await get('leaving')).toBeUndefined()
  })

  test('a scheduled release is locked, goes out at its time, and says so', async () => {
    await lake.act(action('release.create', {releaseId: 'soon'}))
    const document = {_id: 'versions.soon.s-1', _type: 'scheduled', title: 'Soon'}
    await lake.act(action('document.version.create', {publishedId: 's-1', document}))
    const publishAt = new Date(Date.now() + 400).toISOString()
    expect(await lake.act(action('release.schedule', {releaseId: 'soon', publishAt}))).toMatchObject({
      status: 200,
    })
    const edit = {draftId: 'versions.soon.s-1', publishedId: 's-1', patch: {set: {title: 'Late'}}}
    expect(await lake.act(action('document.edit', edit))).toMatchObject({status: 409})
    await expect.poll(() => get('s-1'), {timeout: 5000}).toMatchObject({title: 'Soon'})
    expect(await get('_.releases.soon')).toMatchObject({state: 'published', publishedAt: expect.any(String)})
  })

  test('archive and unarchive bring the versions back as they were', async () => {
    await lake.act(action('release.create', {releaseId: 'shelf'}))
    const document = {_id: 'versions.shelf.a-1', _type: 'archived', title: 'Kept'}
    await lake.act(action('document.version.create', {publishedId: 'a-1', document}))
    await lake.act(action('release.archive', {releaseId: 'shelf'}))
    expect(await get('versions.shelf.a-1')).toBeUndefined()
    expect(await get('_.releases.shelf')).toMatchObject({state: 'archived'})
    expect(await lake.act(action('release.unarchive', {releaseId: 'shelf'}))).toMatchObject({status: 200})
    expect(await get('versions.shelf.a-1')).toMatchObject({title: 'Kept'})
    expect(await lake.act(action('release.delete', {releaseId: 'shelf'}))).toMatchObject({status: 409})
  })

  test('an action that is not supported is refused by name', async () => {
    expect(await lake.act(action('document.variant.create', {}))).toMatchObject({
      status: 400,
      body: {message: expect.stringContaining('sanity.action.document.variant.create')},
    })
  })

  test("the client's own release and version calls work", async () => {
    await lake.client.create({_id: 'c-1', _type: 'article', title: 'Before'})
    const metadata = {title: 'Mine', releaseType: 'asap'} as const
    const {releaseId} = await lake.client.releases.create({releaseId: 'client-made', metadata})
    await lake.client.createVersion({baseId: 'c-1', publishedId: 'c-1', releaseId})
    await lake.client.patch(`versions.${releaseId}.c-1`).set({title: 'By client'}).commit()
    expect(await lake.client.releases.fetchDocuments({releaseId})).toMatchObject({
      result: [{title: 'By client'}],
    })
    await lake.client.releases.publish({releaseId})
    expect(await get('c-1')).toMatchObject({title: 'By client'})
  })

  test('history tells what a document was, and who did what', async () => {
    const headers = {authorization: `Bearer ${lake.token}`}
    const first = await lake.client.create({_id: 'past', _type: 'article', title: 'One'})
    await lake.client.patch('past').set({title: 'Two'}).commit()
    await lake.client.delete('past')
    const at = await lake.request(`/data/history/production/documents/past?revision=${first._rev}`, {headers})
    expect(await at.json()).toMatchObject({documents: [{_id: 'past', title: 'One', _rev: first._rev}]})
    const last = await lake.request('/data/history/production/documents/past?lastRevision=true', {headers})
    expect(await last.json()).toMatchObject({documents: [{title: 'Two'}]})
    const transactions = await lake.request(
      '/data/history/production/transactions/past?excludeContent=true',
      {headers},
    )
    const lines = (await transactions.text())
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatchObject({
      id: first._rev,
      documentIDs: ['past'],
      effects: {past: {apply: [0, {title: 'One'}], revert: [0, null]}},
    })
    const events = await lake.request('/data/history/production/events/documents/past?limit=10', {headers})
    expect(await events.json()).toMatchObject({
      events: {
        past: [{type: 'deleteDocumentGroup'}, {type: 'updateLiveDocument'}, {type: 'createLiveDocument'}],
      },
      nextCursor: '',
    })
    expect((await lake.request('/data/history/production/documents/past?lastRevision=true')).status).toBe(401)
  })
})
