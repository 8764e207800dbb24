import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const PROJECT = 'spine'

const count = (answer: unknown): unknown => Reflect.get(Object(answer), 'totalCount')

const toLibrary = (id: string, more: object = {}): object => ({
  _type: 'person',
  _ref: id,
  _dataset: 'library',
  _projectId: PROJECT,
  ...more,
})

describe.each(TRANSPORTS)('references into other datasets, %s', (transport) => {
  let lake: LakeUnderTest
  let client: SanityClient
  let library: SanityClient
  let closed: SanityClient

  beforeAll(async () => {
    lake = await openLake(transport, {projectId: PROJECT})
    client = lake.client
    for (const [name, aclMode] of [
      ['library', 'public'],
      ['closed', 'private'],
    ] as const) {
      const response = await lake.request(`/datasets/${name}`, {
        method: 'PUT',
        headers: {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'},
        body: JSON.stringify({aclMode}),
      })
      if (!response.ok) throw new Error(`The dataset ${name} could not be made: ${await response.text()}`)
    }
    library = client.withConfig({dataset: 'library'})
    closed = client.withConfig({dataset: 'closed'})
    await library.create({_id: 'clinic', _type: 'organization', name: 'Clinic'})
    await library.create({
      _id: 'ann',
      _type: 'person',
      name: 'Ann',
      worksAt: {_type: 'reference', _ref: 'clinic'},
      photos: [{_key: 'a', caption: 'At work'}],
    })
    await library.create({_id: 'drafts.ben', _type: 'person', name: 'Ben, not published'})
    await closed.create({_id: 'secret', _type: 'person', name: 'Nobody may know'})
    // The same id means another document here.
    await client.create({_id: 'clinic', _type: 'organization', name: 'Of this dataset'})
    await client.create({_id: 'article', _type: 'article', title: 'Backs', author: toLibrary('ann')})
    await client.create({
      _id: 'leak',
      _type: 'article',
      author: toLibrary('secret', {_dataset: 'closed'}),
      draft: toLibrary('drafts.ben', {_weak: true}),
      other: toLibrary('ann', {_projectId: 'another'}),
      nowhere: toLibrary('ann', {_dataset: 'not-here'}),
      own: toLibrary('clinic', {_dataset: 'production'}),
    })
  })
  afterAll(() => lake.close())

  const ask = (query: string, who = client): Promise<unknown> =>
    who.fetch<unknown>(query, {}, {perspective: 'published'})

  test('are kept as they were written', async () => {
    expect(await ask('*[_id == "article"][0].author')).toEqual(toLibrary('ann'))
  })

  test.each([
    ['author->name', 'Ann'],
    ['author->{name, "clinic": worksAt->name}', {name: 'Ann', clinic: 'Clinic'}],
    ['author->worksAt->name', 'Clinic'],
    ['author->photos[0].caption', 'At work'],
    ['*[_id == ^._id].author->name', ['Ann']],
    ['[author]->name', ['Ann']],
  ])('are followed by %s', async (projection, expected) => {
    expect(await ask(`*[_id == "article"][0]{"value": ${projection}}.value`)).toEqual(expected)
    expect(await ask(`*[_id == "article"][0]{"value": ${projection}}.value`, lake.anonymous)).toEqual(
      expected,
    )
  })

  test('are followed in filters', async () => {
    expect(await ask('*[author->name == "Ann"]._id')).toEqual(['article'])
    expect(await ask('count(*[defined(author->worksAt->name)])')).toBe(1)
  })

  test('lead into a private dataset for those alone who may read it', async () => {
    const query = '*[_id == "leak"][0].author->name'
    expect(await ask(query)).toBe('Nobody may know')
    expect(await ask(query, lake.anonymous)).toBeNull()
  })

  test.each(['draft', 'other', 'nowhere'])('lead nowhere for %s', async (member) => {
    expect(await ask(`*[_id == "leak"][0].${member}->name`)).toBeNull()
  })

  test('may name the dataset itself', async () => {
    expect(await ask('*[_id == "leak"][0].own->name')).toBe('Of this dataset')
  })

  test('show a document of another dataset as it is now', async () => {
    const query = '*[_id == "article"][0].author->name'
    expect(await ask(query)).toBe('Ann')
    await library.patch('ann').set({name: 'Anna'}).commit()
    expect(await ask(query)).toBe('Anna')
    await library.patch('ann').set({name: 'Ann'}).commit()
  })

  test('have sources in the other dataset', async () => {
    const {resultSourceMap} = await client.fetch<unknown>(
      '*[_id == "article"][0]{title, "by": author->name, "at": author->worksAt->name}',
      {},
      {filterResponse: false, resultSourceMap: true, perspective: 'published'},
    )
    expect(resultSourceMap?.documents).toEqual([
      {_id: 'article', _type: 'article'},
      {_id: 'ann', _type: 'person', _projectId: PROJECT, _dataset: 'library'},
      {_id: 'clinic', _type: 'organization', _projectId: PROJECT, _dataset: 'library'},
    ])
  })

  const refused = {statusCode: 409}

  test('must have their document, unless they are weak', async () => {
    const create = (author: object): Promise<unknown> => client.create({_id: 'new', _type: 'article', author})
    await expect(create(toLibrary('nobody'))).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('"nobody" in dataset "library"'),
    })
    await create(toLibrary('nobody', {_weak: true}))
    await client.delete('new')
  })

  test('may name what is not there when the writer says so', async () => {
    const options = {skipCrossDatasetReferenceValidation: true}
    const document = {_id: 'new', _type: 'article', author: toLibrary('nobody')}
    expect(await client.create(document, options)).toMatchObject(document)
    await client.delete('new')
  })

  test('hold back the deletion of their document, and say where they are', async () => {
    await expect(library.delete('ann')).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('"article" in dataset "production"'),
    })
    expect(await library.getDocument('ann')).toBeDefined()
  })

  test('do not when they are weak, when the writer says so, or when they are gone', async () => {
    await library.create({_id: 'cy', _type: 'person', name: 'Cy'})
    await client.create({_id: 'weak', _type: 'article', author: toLibrary('cy', {_weak: true})})
    await library.delete('cy')
    await library.create({_id: 'dee', _type: 'person', name: 'Dee'})
    await client.create({_id: 'strong', _type: 'article', author: toLibrary('dee')})
    await expect(library.delete('dee')).rejects.toMatchObject(refused)
    await library.delete('dee', {skipCrossDatasetReferenceValidation: true})
    await library.create({_id: 'dee', _type: 'person', name: 'Dee again'})
    await client.delete('strong')
    await library.delete('dee')
  })

  const deletePerson = (options: object): Promise<Response> =>
    lake.request('/data/actions/library', {
      method: 'POST',
      headers: {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'},
      body: JSON.stringify({
        actions: [{actionType: 'sanity.action.document.delete', publishedId: 'ann'}],
        dryRun: true,
        ...options,
      }),
    })

  test('hold back an action as they do a mutation', async () => {
    expect((await deletePerson({})).status).toBe(409)
    expect((await deletePerson({skipCrossDatasetReferenceValidation: true})).status).toBe(200)
  })

  const referrersOf = async (path: string, token?: string): Promise<unknown> => {
    const headers: Record<string, string> = token ? {authorization: `Bearer ${token}`} : {}
    const response = await lake.request(`/data/references/${path}`, {headers})
    return response.json()
  }

  test('are counted for the document they lead to', async () => {
    const external = 'excludeInternalReferences=true&excludePaths=true'
    const article = {projectId: PROJECT, datasetName: 'production', documentId: 'article'}
    expect(await referrersOf(`library/documents/ann/to?${external}`, lake.token)).toEqual({
      totalCount: 1,
      references: [article],
    })
    expect(await referrersOf(`library/documents/clinic/to?${external}`, lake.token)).toEqual({
      totalCount: 0,
      references: [],
    })
    expect(await referrersOf('library/documents/clinic/to', lake.token)).toEqual({
      totalCount: 1,
      references: [{projectId: PROJECT, datasetName: 'library', documentId: 'ann'}],
    })
  })

  test('are counted only as far as a reader may see them', async () => {
    await client.create({_id: 'drafts.more', _type: 'article', author: toLibrary('ann', {_weak: true})})
    const path = 'library/documents/ann/to?excludeInternalReferences=true'
    expect(count(await referrersOf(path, lake.token))).toBe(2)
    expect(count(await referrersOf(path))).toBe(1)
    await client.delete('drafts.more')
  })
})
