import {expect, test} from 'vitest'
import {createLake} from '../createLake.ts'

test('what a scheduled release brings is not changed by mutations either', async () => {
  const lake = createLake({documents: [{_id: 'a', _type: 'note'}]})
  const token = lake.createToken({role: 'editor', label: 'test'})
  const post = (path: string, body: object) =>
    lake.fetch(`http://localhost/v2025-02-19/data/${path}/production`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    })
  const mutate = async (mutation: object) => (await post('mutate', {mutations: [mutation]})).status
  const act = async (action: object) => (await post('actions', {actions: [action]})).status
  const version = {_id: 'versions.r.a', _type: 'note'}
  try {
    const metadata = {title: 'R', releaseType: 'scheduled'}
    expect(await act({actionType: 'sanity.action.release.create', releaseId: 'r', metadata})).toBe(200)
    expect(await mutate({create: version})).toBe(200)
    const schedule = {actionType: 'sanity.action.release.schedule', releaseId: 'r'}
    expect(await act({...schedule, publishAt: '2100-01-01T00:00:00Z'})).toBe(200)
    expect(await mutate({patch: {id: version._id, set: {text: 'x'}}})).toBe(409)
    expect(await mutate({createOrReplace: {...version, text: 'x'}})).toBe(409)
    expect(await mutate({delete: {id: version._id}})).toBe(409)
    expect(await mutate({patch: {id: 'a', set: {text: 'x'}}})).toBe(200)
    expect(await act({actionType: 'sanity.action.release.unschedule', releaseId: 'r'})).toBe(200)
    expect(await mutate({patch: {id: version._id, set: {text: 'x'}}})).toBe(200)
  } finally {
    lake.close()
  }
})
