import {createLake} from '@spine-center/lake'
import type {Lake} from '@spine-center/lake'

/** What nobody without a token may ever see; it stands in everything that is not public. */
export const CANARY = 'Canary-7f3a9'

const BASE = 'http://localhost/v2025-02-19'
const NOW = '2026-01-02T03:04:05.000Z'

const weak = (id: string): object => ({_type: 'reference', _ref: id, _weak: true})
const strong = (id: string): object => ({_type: 'reference', _ref: id})

const HIDDEN_IDS = ['drafts.a', 'drafts.b', 'versions.r1.a', 'versions.r1.c', '_.releases.r1', 'folder.d']

const PUBLIC = [
  {
    _id: 'a',
    _type: 'article',
    title: 'Open',
    rank: 2,
    slug: {current: 'open'},
    others: [...HIDDEN_IDS, 'drafts.none', 'b', 'c', 'e'].map(weak),
  },
  {_id: 'e', _type: 'article', title: 'Also open', rank: 1, slug: {current: 'also'}, to: weak('drafts.b')},
  {_id: 'image-0000000000000000000000000000000000000001-1x1-png', _type: 'sanity.imageAsset', url: 'x'},
]

// Traps among them: members that groq-js trips over, the slug of a public document, references that hold one fast.
const hidden = (id: string): object => ({
  _id: id,
  _type: 'article',
  title: CANARY,
  rank: 3,
  slug: {current: 'open'},
  secret: {[CANARY]: CANARY, hasOwnProperty: 1},
  to: strong('a'),
  list: [{_key: 'k', ...strong('e')}],
})

const SECRETS = [
  hidden('drafts.a'),
  hidden('drafts.b'),
  hidden('versions.r1.a'),
  hidden('versions.r1.c'),
  hidden('folder.d'),
  {...hidden('drafts.only'), _type: `${CANARY}-type`},
  {
    _id: '_.releases.r1',
    _type: 'system.release',
    name: 'r1',
    state: 'active',
    metadata: {title: CANARY, releaseType: 'asap'},
  },
]

/** A lake, and what is needed to write to it. */
export type Twin = {
  lake: Lake
  token: string
  ask: Lake['fetch']
  write(documents: object[], transactionId?: string): Promise<void>
}

async function openTwin(): Promise<Twin> {
  const lake = createLake({clock: () => new Date(NOW)})
  const token = lake.createToken({role: 'administrator', label: 'the one that prepares'})
  let count = 0
  const write = async (documents: object[], transactionId?: string): Promise<void> => {
    count += 1
    await post(lake, token, '/data/mutate/production?skipReferenceCheck=true', {
      mutations: documents.map((document) => ({createOrReplace: document})),
      transactionId: transactionId ?? `transaction-${count}`,
    })
  }
  await write(PUBLIC)
  return {lake, token, ask: (input, init) => lake.fetch(input, init), write}
}

async function post(lake: Lake, token: string, path: string, body: object, method = 'POST'): Promise<void> {
  const response = await lake.fetch(BASE + path, {
    method,
    body: JSON.stringify(body),
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
}

/** Two lakes with the same public content; one of them is full of secrets besides. */
export async function openTwins(): Promise<{full: Twin; bare: Twin; close(): void}> {
  const [full, bare] = await Promise.all([openTwin(), openTwin()])
  await full.write(SECRETS)
  await full.write([{...hidden('drafts.b'), title: `${CANARY} again`}])
  await post(full.lake, full.token, '/datasets/locked', {aclMode: 'private'}, 'PUT')
  await post(full.lake, full.token, '/data/mutate/locked', {
    mutations: [{create: {_id: 'a', _type: 'article', title: CANARY}}],
  })
  await post(full.lake, full.token, '/comments/production/setup', {})
  await post(full.lake, full.token, '/data/mutate/production-comments', {
    mutations: [{create: {_id: 'c1', _type: 'comment', message: CANARY}}],
  })
  full.lake.createToken({role: 'editor', label: CANARY})
  await post(full.lake, full.token, '/users/me/keyvalue', [{key: CANARY, value: CANARY}], 'PUT')
  await post(full.lake, full.token, '/hooks/projects/spine', {
    type: 'document',
    name: CANARY,
    url: `https://example.org/${CANARY}`,
    dataset: 'production',
    rule: {on: ['create'], filter: `title == "${CANARY}"`},
  })
  return {
    full,
    bare,
    close: () => {
      full.lake.close()
      bare.lake.close()
    },
  }
}
