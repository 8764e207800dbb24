import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const PATH = '/data/query/production?query=*%5B_type%3D%3D%22topic%22%5D.label&returnQuery=false'

describe.each(TRANSPORTS)('entity tags of queries, %s', (transport) => {
  let lake: LakeUnderTest

  beforeAll(async () => {
    lake = await openLake(transport)
    await lake.client.create({_id: 'backs', _type: 'topic', label: 'Backs'})
  })
  afterAll(() => lake.close())

  const ask = (tag?: string) => lake.request(PATH, {headers: tag === undefined ? {} : {'if-none-match': tag}})

  test('an answer that is the same is not sent again, until what it says changes', async () => {
    const first = await ask()
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"\S+"$/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    for (const named of [tag, `"other", ${tag}`, tag.slice(2)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other reads as one story
      const again = await ask(named)
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(tag)
    }
    await lake.client.create({_id: 'drafts.necks', _type: 'topic', label: 'Necks'})
    expect((await ask(tag)).status).toBe(304)
    await lake.client.create({_id: 'necks', _type: 'topic', label: 'Necks'})
    const changed = await ask(tag)
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({result: ['Backs', 'Necks']})
    expect(changed.headers.get('etag')).not.toBe(tag)
  })

  test('a tag that an editor got opens nothing to others', async () => {
    await lake.client.create({_id: 'drafts.secret', _type: 'topic', label: 'Secret'})
    const path = `${PATH}&perspective=drafts`
    const seen = await lake.request(path, {headers: {authorization: `Bearer ${lake.token}`}})
    expect(await seen.text()).toContain('Secret')
    const other = await lake.request(path, {headers: {'if-none-match': seen.headers.get('etag') ?? ''}})
    expect(other.status).toBe(200)
    expect(await other.text()).not.toContain('Secret')
  })
})
