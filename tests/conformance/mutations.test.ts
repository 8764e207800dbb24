import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

describe.each(TRANSPORTS)('mutations, %s', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport)
  })
  afterAll(() => lake.close())

  test('create gives revision and times, and reads back the same', async () => {
    const created = await lake.client.create({
      _id: 'm-create',
      _type: 'article',
      title: 'Backs',
      tags: ['a', 'b'],
    })
    expect(created).toMatchObject({_id: 'm-create', _type: 'article', title: 'Backs', tags: ['a', 'b']})
    expect(created._rev).toBeTruthy()
    expect(created._createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
    expect(await lake.client.getDocument('m-create')).toEqual(created)
  })

  test('create without an id, and with a prefix, makes one', async () => {
    const created = await lake.client.create({_type: 'article'})
    expect(created._id).toMatch(/^[\w.-]{8,}$/)
    const draft = await lake.client.create({_id: 'drafts.', _type: 'article'})
    expect(draft._id).toMatch(/^drafts\.[\w-]{8,}$/)
  })

  test('create of what exists is a conflict and changes nothing', async () => {
    await lake.client.create({_id: 'm-twice', _type: 'article', title: 'First'})
    await expect(
      lake.client.create({_id: 'm-twice', _type: 'article', title: 'Second'}),
    ).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('"m-twice" already exists'),
    })
    expect(await lake.client.getDocument('m-twice')).toMatchObject({title: 'First'})
  })

  test('createIfNotExists leaves what is there, createOrReplace replaces all of it', async () => {
    await lake.client.createIfNotExists({_id: 'm-maybe', _type: 'article', title: 'First', extra: 1})
    await lake.client.createIfNotExists({_id: 'm-maybe', _type: 'article', title: 'Second'})
    expect(await lake.client.getDocument('m-maybe')).toMatchObject({title: 'First', extra: 1})
    await lake.client.createOrReplace({_id: 'm-maybe', _type: 'article', title: 'Third'})
    const replaced = await lake.client.getDocument('m-maybe')
    expect(replaced).toMatchObject({title: 'Third'})
    expect(replaced).not.toHaveProperty('extra')
  })

  test('patch applies its operations and gives the document back', async () => {
    await lake.client.create({
      _id: 'm-patch',
      _type: 'article',
      title: 'Backs',
      views: 1,
      tags: ['a'],
      old: true,
    })
    const patched = await lake.client
      .patch('m-patch')
      .set({title: 'Necks'})
      .setIfMissing({title: 'No', subtitle: 'Yes'})
      .inc({views: 2})
      .unset(['old'])
      .append('tags', ['b'])
      .commit()
    expect(patched).toMatchObject({title: 'Necks', subtitle: 'Yes', views: 3, tags: ['a', 'b']})
    expect(patched).not.toHaveProperty('old')
  })

  test('autoGenerateArrayKeys gives keys to objects in arrays', async () => {
    const created = await lake.client.create(
      {_id: 'm-keys', _type: 'article', items: [{name: 'a'}, {_key: 'mine', name: 'b'}]},
      {autoGenerateArrayKeys: true},
    )
    expect(created['items']).toEqual([
      {_key: expect.stringMatching(/^\w{4,}$/), name: 'a'},
      {_key: 'mine', name: 'b'},
    ])
  })

  test('ifRevisionID holds a patch back when somebody else was first', async () => {
    const first = await lake.client.create({_id: 'm-revision', _type: 'article', title: 'A'})
    await lake.client.patch('m-revision').ifRevisionId(first._rev).set({title: 'B'}).commit()
    await expect(
      lake.client.patch('m-revision').ifRevisionId(first._rev).set({title: 'C'}).commit(),
    ).rejects.toMatchObject({statusCode: 409, message: expect.stringContaining('unexpected revision ID')})
    expect(await lake.client.getDocument('m-revision')).toMatchObject({title: 'B'})
  })

  test('a patch of a missing document is a conflict that names it', async () => {
    await expect(lake.client.patch('m-nowhere').set({a: 1}).commit()).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('"m-nowhere" was not found'),
    })
  })

  test('a patch may not change _id or _type', async () => {
    await lake.client.create({_id: 'm-fixed', _type: 'article'})
    await expect(lake.client.patch('m-fixed').set({_type: 'person'}).commit()).rejects.toMatchObject({
      statusCode: 400,
    })
    await expect(lake.client.patch('m-fixed').set({_id: 'other'}).commit()).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  test('a transaction is all or nothing', async () => {
    const attempt = lake.client
      .transaction()
      .create({_id: 'm-all-1', _type: 'article'})
      .create({_id: 'm-all-2', _type: 'article'})
      .patch('m-all-missing', (patch) => patch.set({a: 1}))
      .commit()
    await expect(attempt).rejects.toMatchObject({statusCode: 409})
    expect(await lake.client.fetch('count(*[_id in ["m-all-1", "m-all-2"]])')).toBe(0)
  })

  test('later mutations of a transaction see earlier ones, queries included', async () => {
    await lake.client
      .transaction()
      .create({_id: 'm-seen', _type: 'seen', n: 1})
      .patch('m-seen', (patch) => patch.inc({n: 1}))
      .patch({query: '*[_type == "seen" && n == 2]'}, {set: {found: true}})
      .commit()
    expect(await lake.client.getDocument('m-seen')).toMatchObject({n: 2, found: true})
  })

  test('patch and delete by query touch what the query selects', async () => {
    await Promise.all([1, 2, 3].map((n) => lake.client.create({_id: `m-query-${n}`, _type: 'counted', n})))
    await lake.client
      .patch({query: '*[_type == "counted" && n > $least]', params: {least: 1}})
      .set({big: true})
      .commit()
    expect(await lake.client.fetch('*[_type == "counted" && big == true]._id')).toEqual([
      'm-query-2',
      'm-query-3',
    ])
    await lake.client.delete({query: '*[_type == "counted" && big == true]'})
    expect(await lake.client.fetch('*[_type == "counted"]._id')).toEqual(['m-query-1'])
  })

  test('dryRun answers and changes nothing', async () => {
    await lake.client.create({_id: 'm-dry', _type: 'article', title: 'Before'})
    const result = await lake.client.patch('m-dry').set({title: 'After'}).commit({dryRun: true})
    expect(result).toMatchObject({title: 'After'})
    expect(await lake.client.getDocument('m-dry')).toMatchObject({title: 'Before'})
  })

  test('a transaction id becomes the revision, and is taken once', async () => {
    const transaction = lake.client.transaction().create({_id: 'm-txn', _type: 'article'})
    await transaction.transactionId('my-transaction').commit()
    expect(await lake.client.getDocument('m-txn')).toMatchObject({_rev: 'my-transaction'})
    await expect(
      lake.client
        .transaction()
        .create({_id: 'm-txn-2', _type: 'article'})
        .transactionId('my-transaction')
        .commit(),
    ).rejects.toMatchObject({statusCode: 409})
  })

  test('a document that is strongly referred to cannot go, and its referrers are named', async () => {
    await lake.client.create({_id: 'm-target', _type: 'person'})
    await lake.client.create({
      _id: 'm-source',
      _type: 'article',
      author: {_type: 'reference', _ref: 'm-target'},
    })
    await expect(lake.client.delete('m-target')).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('"m-source"'),
      details: {items: [{error: {referencingIDs: ['m-source']}}]},
    })
    await lake.client.transaction().delete('m-target').delete('m-source').commit()
    expect(await lake.client.getDocument('m-target')).toBeUndefined()
  })

  test('a weak reference holds nothing back', async () => {
    await lake.client.create({_id: 'm-weak-target', _type: 'person'})
    const author = {_type: 'reference', _ref: 'm-weak-target', _weak: true}
    await lake.client.create({_id: 'm-weak-source', _type: 'article', author})
    await lake.client.delete('m-weak-target')
    expect(await lake.client.getDocument('m-weak-source')).toMatchObject({author})
  })

  test('a strong reference to nothing is refused, to what the same transaction creates is not', async () => {
    const author = {_type: 'reference', _ref: 'm-later'}
    await expect(lake.client.create({_id: 'm-early', _type: 'article', author})).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('non-existent document "m-later"'),
    })
    await lake.client
      .transaction()
      .create({_id: 'm-early', _type: 'article', author})
      .create({_id: 'm-later', _type: 'person'})
      .commit()
    expect(await lake.client.fetch('*[_id == "m-early"][0].author->_type')).toBe('person')
  })

  test.each(['-a', '.a', 'a..b', 'a b', 'ä', 'a/b', 'a'.repeat(129)])('the id %j is refused', async (id) => {
    await expect(lake.client.create({_id: id, _type: 'article'})).rejects.toMatchObject({statusCode: 400})
  })

  test.each(['{"mutations":{}}', '{"mutations":[{}]}', '{"mutations":[{"update":{}}]}', '[]', 'no json', ''])(
    'the body %j is refused with a reason',
    async (body) => {
      const response = await lake.request('/data/mutate/production', {
        method: 'POST',
        body,
        headers: {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'},
      })
      expect(response.status).toBe(400)
      expect(await response.json()).toHaveProperty('message')
    },
  )

  test('writing needs a token of a role that may write', async () => {
    await expect(lake.anonymous.create({_type: 'article'})).rejects.toMatchObject({statusCode: 401})
    const wrong = lake.client.withConfig({token: 'sk-wrong'})
    await expect(wrong.create({_type: 'article'})).rejects.toMatchObject({statusCode: 401})
  })

  test('writers at the same moment all get their own revision and lose nothing', async () => {
    await lake.client.create({_id: 'm-counter', _type: 'counter', n: 0})
    await Promise.all(Array.from({length: 20}, () => lake.client.patch('m-counter').inc({n: 1}).commit()))
    expect(await lake.client.getDocument('m-counter')).toMatchObject({n: 20})
  })
})
