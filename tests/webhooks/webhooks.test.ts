import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import type {RunningLake} from '@spine-center/lake'
import {isValidSignature} from '@sanity/webhook'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startReceiver} from './startReceiver.ts'
import type {Answer, Receiver} from './startReceiver.ts'

const HOOKS = '/hooks/projects/spine'

type Hook = {id: string; isDisabledByUser: boolean; secret: string | null}
type Message = {id: string; status: string; payload: string; failureCount: number; resultCode: number | null}
type Attempt = {
  id: string
  messageId: string
  isFailure: boolean
  failureReason: string | null
  resultCode: number
}

let lake: RunningLake
let client: SanityClient
let receiver: Receiver
let answers: Answer[]

async function open(allowPrivate: boolean): Promise<void> {
  lake = await startLake({port: 0, webhooks: {allowPrivate}})
  client = clientAs('administrator')
}

function clientAs(role: 'administrator' | 'editor' | undefined): SanityClient {
  return createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    maxRetries: 0,
    ...(role ? {token: lake.createToken({role, label: role})} : {}),
  })
}

async function makeHook(rule: object, more: object = {}): Promise<Hook> {
  return client.request<Hook>({
    method: 'POST',
    url: HOOKS,
    body: {name: 'Rebuild', url: `${receiver.url}/hook?a=1`, dataset: '*', rule, ...more},
  })
}

/** The log of a webhook, once nothing is pending in it. */
async function settled(id: string): Promise<Message[]> {
  for (;;) {
    const messages = await client.request<Message[]>({url: `${HOOKS}/${id}/messages`})
    if (messages.length > 0 && messages.every(({status}) => status !== 'pending')) return messages
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

beforeEach(async () => {
  answers = []
  receiver = await startReceiver(answers)
})
afterEach(async () => {
  await lake.close()
  await receiver.close()
})

describe('a delivery', () => {
  beforeEach(() => open(true))

  it('has the projection as its body, says what happened, and is signed as @sanity/webhook verifies', async () => {
    const hook = await makeHook(
      {on: ['create', 'update', 'delete'], filter: '_type == "article"', projection: '{_id, title}'},
      {secret: 'a secret of ours', headers: {'x-site': 'clinic'}},
    )
    await client.create({_id: 'back', _type: 'article', title: 'Backs'})
    await client.create({_id: 'neck', _type: 'exercise'})
    const {transactionId} = await client.mutate([{patch: {id: 'back', set: {title: 'Strong backs'}}}], {
      returnDocuments: false,
    })
    await client.delete('back')
    const received = await receiver.until(3)
    expect(received.map(({body}) => body)).toEqual([
      '{"_id":"back","title":"Backs"}',
      '{"_id":"back","title":"Strong backs"}',
      '{"_id":"back","title":"Strong backs"}',
    ])
    expect(received.map(({headers}) => headers['sanity-operation'])).toEqual(['create', 'update', 'delete'])
    expect(received[1]).toMatchObject({
      method: 'POST',
      url: '/hook?a=1',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'sanity-project-id': 'spine',
        'sanity-dataset': 'production',
        'sanity-document-id': 'back',
        'sanity-transaction-id': transactionId,
        'sanity-webhook-id': hook.id,
        'x-site': 'clinic',
      },
    })
    expect(new Set(received.map(({headers}) => headers['idempotency-key'])).size).toBe(3)
    for (const {body, headers} of received) {
      const signature = String(headers['sanity-webhook-signature'])
      expect(await isValidSignature(body, signature, 'a secret of ours')).toBe(true)
      expect(await isValidSignature(body, signature, 'another secret')).toBe(false)
    }
  })

  it('hears of drafts and versions only when asked to', async () => {
    const plain = await makeHook({on: ['create']}, {name: 'published'})
    const drafts = await makeHook({on: ['create']}, {name: 'drafts', includeDrafts: true})
    const all = await makeHook({on: ['create']}, {name: 'all', includeAllVersions: true})
    await client
      .transaction()
      .create({_id: 'drafts.a', _type: 'article'})
      .create({_id: 'versions.spring.a', _type: 'article'})
      .create({_id: 'a', _type: 'article'})
      .commit()
    await receiver.until(6)
    const heard = (hook: Hook): string[] =>
      receiver.received
        .filter(({headers}) => headers['sanity-webhook-id'] === hook.id)
        .map(({headers}) => String(headers['sanity-document-id']))
        .toSorted()
    expect(heard(plain)).toEqual(['a'])
    expect(heard(drafts)).toEqual(['a', 'drafts.a'])
    expect(heard(all)).toEqual(['a', 'drafts.a', 'versions.spring.a'])
  })

  it('is repeated with the same key after 500 and 429, and the log says so', async () => {
    answers.push(500, {status: 429, headers: {'retry-after': '1'}})
    const hook = await makeHook({on: ['create']})
    await client.create({_id: 'a', _type: 'article'})
    const received = await receiver.until(3)
    expect(new Set(received.map(({headers}) => headers['idempotency-key'])).size).toBe(1)
    const [message] = await settled(hook.id)
    expect(message).toMatchObject({status: 'success', failureCount: 2, resultCode: 200})
    const attempts = await client.request<Attempt[]>({url: `${HOOKS}/${hook.id}/attempts`})
    expect(attempts.map(({failureReason, resultCode}) => [failureReason, resultCode])).toEqual([
      [null, 200],
      ['http', 429],
      ['http', 500],
    ])
    const single = await client.request<Attempt>({url: `${HOOKS}/attempts/${attempts[2]?.id}`})
    expect(single).toMatchObject({isFailure: true, resultBody: 'answer 500', messageId: message?.id})
  })

  it.each([
    ['400', 400],
    ['a redirect, which is not followed', {status: 302, headers: {location: '/elsewhere'}}],
  ] satisfies [string, Answer][])('is final after %s', async (_, answer) => {
    answers.push(answer)
    const hook = await makeHook({on: ['create']})
    await client.create({_id: 'a', _type: 'article'})
    const [message] = await settled(hook.id)
    expect(message).toMatchObject({status: 'failure', failureCount: 1})
    expect(receiver.received).toHaveLength(1)
  })

  it('waits while the webhook is disabled, and goes out when it is enabled', async () => {
    answers.push(503)
    const hook = await makeHook({on: ['create']})
    await client.create({_id: 'a', _type: 'article'})
    await receiver.until(1)
    await client.request({method: 'PATCH', url: `${HOOKS}/${hook.id}`, body: {isDisabledByUser: true}})
    await client.create({_id: 'b', _type: 'article'})
    await client.request({method: 'PATCH', url: `${HOOKS}/${hook.id}`, body: {isDisabledByUser: false}})
    await settled(hook.id)
    expect(receiver.received.map(({headers}) => headers['sanity-document-id'])).toEqual(['a', 'a'])
  })

  it('concerns only what is committed after the webhook was made, in its dataset', async () => {
    await client.create({_id: 'earlier', _type: 'article'})
    await client.request({method: 'POST', url: '/comments/production/setup'})
    await makeHook({on: ['create']}, {dataset: 'production'})
    await client.withConfig({dataset: 'production-comments'}).create({_id: 'elsewhere', _type: 'article'})
    await client.create({_id: 'later', _type: 'article'})
    const received = await receiver.until(1)
    expect(received.map(({headers}) => headers['sanity-document-id'])).toEqual(['later'])
  })
})

describe('a receiver on this machine', () => {
  beforeEach(() => open(false))

  it('is refused unless that is allowed, and the log says why', async () => {
    const hook = await makeHook({on: ['create']})
    await client.create({_id: 'a', _type: 'article'})
    const [message] = await settled(hook.id)
    expect(message).toMatchObject({status: 'failure', failureCount: 1})
    const [attempt] = await client.request<Attempt[]>({url: `${HOOKS}/${hook.id}/attempts`})
    expect(attempt).toMatchObject({
      failureReason: 'other',
      resultBody: expect.stringContaining('--allow-private-webhooks'),
    })
    expect(receiver.received).toHaveLength(0)
  })
})

describe('who may manage webhooks', () => {
  beforeEach(() => open(true))

  it.each([
    ['an editor', 'editor', 403],
    ['somebody without a token', undefined, 401],
  ] as const)('not %s', async (_, role, statusCode) => {
    const hook = await makeHook({on: ['create']}, {secret: 'hidden'})
    const other = clientAs(role)
    for (const [method, url] of [
      ['GET', HOOKS],
      ['POST', HOOKS],
      ['GET', `${HOOKS}/${hook.id}`],
      ['DELETE', `${HOOKS}/${hook.id}`],
      ['GET', `${HOOKS}/${hook.id}/messages`],
      ['GET', `${HOOKS}/${hook.id}/attempts`],
    ] as const) {
      await expect(other.request({method, url})).rejects.toMatchObject({statusCode})
    }
  })

  it('an administrator: lists, changes and deletes them', async () => {
    const hook = await makeHook({on: ['create']})
    expect(await client.request<Hook[]>({url: HOOKS})).toMatchObject([{id: hook.id, type: 'document'}])
    await client.request({method: 'DELETE', url: `${HOOKS}/${hook.id}`})
    expect(await client.request<Hook[]>({url: HOOKS})).toEqual([])
    await expect(client.request({url: `${HOOKS}/${hook.id}`})).rejects.toMatchObject({statusCode: 404})
  })
})
