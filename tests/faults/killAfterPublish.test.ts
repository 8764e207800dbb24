import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createToken, startLakeProcess} from './lakeProcess.ts'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-fault-'))
})
afterEach(() => rm(dataDir, {recursive: true}))

function clientFor(url: string, token: string): SanityClient {
  return createClient({
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    token,
    perspective: 'raw',
    maxRetries: 0,
  })
}

test('SIGKILL right after an acknowledged publish loses nothing', async () => {
  const token = await createToken(dataDir)
  for (const round of [1, 2, 3]) {
    const lake = await startLakeProcess(dataDir)
    const client = clientFor(lake.url, token)
    await client.createOrReplace({_id: 'drafts.article', _type: 'article', title: `Round ${round}`})
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.article',
      publishedId: 'article',
    })
    await lake.kill()

    const again = await startLakeProcess(dataDir)
    const after = clientFor(again.url, token)
    expect(await after.getDocument('article')).toMatchObject({title: `Round ${round}`})
    expect(await after.getDocument('drafts.article')).toBeUndefined()
    expect(await again.stop()).toBe(0)
  }
})

test('SIGKILL amid many writers: all that was acknowledged is there, and no transaction is half there', async () => {
  const token = await createToken(dataDir)
  const lake = await startLakeProcess(dataDir)
  const client = clientFor(lake.url, token)
  const acknowledged: string[] = []
  const writers = Array.from({length: 8}, async (_, writer) => {
    for (let turn = 0; ; turn += 1) {
      const id = `w${writer}-${turn}`
      await client
        .transaction()
        .create({_id: `${id}-a`, _type: 'pair', other: {_type: 'reference', _ref: `${id}-b`}})
        .create({_id: `${id}-b`, _type: 'pair'})
        .commit()
      acknowledged.push(id)
    }
  })
  const ended = Promise.allSettled(writers)
  await expect.poll(() => acknowledged.length).toBeGreaterThan(100)
  await lake.kill()
  await ended

  const again = await startLakeProcess(dataDir)
  const after = clientFor(again.url, token)
  const stored = new Set(await after.fetch<string[]>('*[_type == "pair"]._id'))

  expect(acknowledged.filter((id) => !stored.has(`${id}-a`) || !stored.has(`${id}-b`))).toEqual([])
  const lonely = [...stored].filter(
    (id) => !stored.has(id.endsWith('-a') ? id.replace(/a$/, 'b') : id.replace(/b$/, 'a')),
  )
  expect(lonely).toEqual([])
  await again.stop()
})
