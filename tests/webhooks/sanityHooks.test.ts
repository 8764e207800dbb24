import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import {expect, test} from 'vitest'
import {runSanity} from '../sanityCommand/runSanity.ts'
import {startReceiver} from './startReceiver.ts'

test('the unmodified sanity command shows webhooks and what came of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sanity-hooks-'))
  const lake = await startLake({dataDir: folder, port: 0, webhooks: {allowPrivate: true}})
  const receiver = await startReceiver([418])
  const client = createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    token: lake.createToken({role: 'administrator', label: 'test'}),
  })
  const rule = {on: ['create'], projection: '{_id}'}
  const body = {name: 'rebuild', url: receiver.url, dataset: '*', rule}
  const {id} = await client.request<{id: string}>({method: 'POST', url: '/hooks/projects/spine', body})
  await client.create({_id: 'back', _type: 'article'})
  await receiver.until(1)
  await expect
    .poll(async () => client.request<{status: string}[]>({url: `/hooks/projects/spine/${id}/messages`}))
    .toMatchObject([{status: 'failure'}])

  const sanity = async (...args: string[]): Promise<string> => {
    const {code, out, error} = await runSanity({url: lake.url, dataDir: folder}, ...args)
    if (code !== 0) throw new Error(`sanity ${args.join(' ')} ended with ${code}:\n${out}${error}`)
    return out
  }
  expect(await sanity('hooks', 'list')).toContain(`URL: ${receiver.url}`)
  const log = await sanity('hooks', 'logs', 'rebuild', '--detailed')
  expect(log).toContain('Status: failure')
  expect(log).toContain('back')
  const [, attempt = ''] = /sanity hook attempt (\w+)/.exec(log) ?? []
  expect(await sanity('hooks', 'attempt', attempt)).toContain('answer 418')
  expect(await sanity('hooks', 'delete', 'rebuild')).toContain('Hook deleted')
  expect(await client.request({url: '/hooks/projects/spine'})).toEqual([])

  await receiver.close()
  await lake.close()
  await rm(folder, {recursive: true})
})
