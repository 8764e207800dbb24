import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {freePort} from '@spine-center/launcher'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createToken, startLakeProcess} from '../faults/lakeProcess.ts'
import {runLake} from '../faults/runLake.ts'
import {startReceiver} from './startReceiver.ts'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-webhooks-'))
})
afterEach(() => rm(dataDir, {recursive: true}))

test('SIGKILL right after acknowledged writes: each is delivered after the next start', async () => {
  const port = await freePort()
  const receiver = await startReceiver([], port)
  await receiver.close()
  const token = await createToken(dataDir)
  const environment = {LAKE_ALLOW_PRIVATE_WEBHOOKS: '1'}
  const first = await startLakeProcess(dataDir, environment)
  // Made by the command, beside the running lake.
  const made = await runLake(['webhook', 'create', '--url', receiver.url, '--data-dir', dataDir])
  const [, id = ''] = /Webhook (\w+) is made/.exec(made) ?? []
  const client = createClient({
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: first.url,
    useProjectHostname: false,
    useCdn: false,
    token,
    maxRetries: 0,
  })
  const ids = Array.from({length: 20}, (_, index) => `article-${index}`)
  for (const _id of ids) await client.create({_id, _type: 'article'})
  await first.kill()

  const back = await startReceiver([], port)
  const second = await startLakeProcess(dataDir, environment)
  await back.until(ids.length)
  const heard = new Set(back.received.map(({headers}) => String(headers['sanity-document-id'])))
  expect([...heard].toSorted()).toEqual(ids.toSorted())
  expect(await runLake(['webhook', 'log', id, '--data-dir', dataDir])).toContain('article-19')
  await second.stop()
  await back.close()
})
