import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {assembleLake} from '../assembleLake.ts'
import type {AssembledLake} from '../assembleLake.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'

let folder = ''
let lake: AssembledLake
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-hub-'))
  lake = assembleLake({dataDir: join(folder, 'data')})
})
afterEach(() => {
  lake.lake.close()
  rmSync(folder, {recursive: true})
})

function restart(dataDir = join(folder, 'data')): void {
  lake.lake.close()
  lake = assembleLake({dataDir})
}

async function write(...mutations: JsonObject[]): Promise<void> {
  const tools = {createId: lake.core.createId, autoGenerateArrayKeys: false, select: (): string[] => []}
  await lake.core.datasets.get('production').transactor.commit({
    transactionId: lake.core.createId(),
    author: 'me',
    build: (copy) => mutations.flatMap((mutation) => applyMutation(copy, parseMutation(mutation), tools)),
  })
}

type Heard = {event: string; id: string; data: JsonObject}

type Options = {lastEventId?: string; viewer?: Viewer; query?: string; client?: string}

const ANN: Viewer = {kind: 'member', userId: 'ann', role: 'editor'}

/** Listens as the Studio's form does; what is heard is parsed back from the bytes that are sent. */
function listen({lastEventId, viewer = ANN, query = '*[_type == "t"]', client = ''}: Options = {}) {
  const heard: Heard[] = []
  const raw: Uint8Array[] = []
  const options = {
    includeResult: true,
    includePreviousRevision: true,
    includeMutations: true,
    includeEffects: true,
    includeAllVersions: false,
  }
  const end = lake.core.hub.listen(
    lake.core.datasets.get('production'),
    {query, params: {}, options, viewer, client, lastEventId, resumes: true},
    {
      send: (event) => {
        if (!(event instanceof Uint8Array)) {
          heard.push({event: event.event, id: event.id ?? '', data: {}})
          return
        }
        raw.push(event)
        const [, name = '', id = '', data = ''] =
          /^event: (.*)\nid: (.*)\ndata: (.*)\n\n$/.exec(new TextDecoder().decode(event)) ?? []
        heard.push({event: name, id, data: JSON.parse(data)})
      },
      beat: () => undefined,
      close: () => undefined,
    },
  )
  return {heard, raw, end, lastId: () => heard.at(-1)?.id ?? ''}
}

test('after a restart a listener is told all it missed, exactly as if it had been there', async () => {
  await write({create: {_id: 'a', _type: 't', n: 1}}, {create: {_id: 'b', _type: 't', list: [{_key: 'x'}]}})
  const before = listen()
  const all = listen()
  await write({patch: {id: 'a', set: {n: 2}}}, {create: {_id: 'c', _type: 't'}})
  // Of this transaction one event was received before the connection broke.
  const from = before.heard[1]?.id ?? ''
  before.end()
  await write({create: {_id: 'other', _type: 'u'}})
  await write({patch: {id: 'b', unset: ['list']}}, {patch: {id: 'b', set: {n: 'ü'}}})
  await write({delete: {id: 'a'}})
  await write({patch: {id: 'other', set: {n: 1}}})
  await write({create: {_id: 'a', _type: 't', again: true}})
  restart()
  const after = listen({lastEventId: from})
  expect(after.heard.map(({event}) => event)).toEqual(['welcomeback', ...Array<string>(4).fill('mutation')])
  expect(after.heard.slice(1)).toEqual(all.heard.slice(2))
  await write({patch: {id: 'a', set: {n: 3}}})
  expect(after.heard.at(-1)).toMatchObject({data: {documentId: 'a', result: {n: 3}}})
})

test('a welcome is a position that survives a restart, also when another dataset wrote last', async () => {
  await write({create: {_id: 'a', _type: 't'}})
  const other = lake.core.datasets.ensure('other')
  await other.transactor.commit({transactionId: 'elsewhere', author: 'me', build: () => undefined})
  const {heard} = listen()
  await write({create: {_id: 'b', _type: 't'}})
  restart()
  const after = listen({lastEventId: heard[0]?.id ?? ''})
  expect(after.heard).toMatchObject([{event: 'welcomeback'}, {data: {documentId: 'b'}}])
})

test.each(['', '1-000000000000-all', '99-abcdefabcdef-1', 'abc|1|0', '1-zz-all'])(
  'the position %j is none of this lake',
  async (lastEventId) => {
    await write({create: {_id: 'a', _type: 't'}})
    expect(listen({lastEventId}).heard).toMatchObject([{event: lastEventId === '' ? 'welcome' : 'reset'}])
  },
)

test('positions of one lake mean nothing to another, not even before their first transaction', async () => {
  const empty = listen().lastId()
  await write({create: {_id: 'a', _type: 't'}})
  const first = listen().lastId()
  restart(join(folder, 'other'))
  expect(listen({lastEventId: empty}).heard).toMatchObject([{event: 'reset'}])
  await write({create: {_id: 'a', _type: 't'}})
  expect(listen({lastEventId: empty}).heard).toMatchObject([{event: 'reset'}])
  expect(listen({lastEventId: first}).heard).toMatchObject([{event: 'reset'}])
})

test('who missed more than a stream may hold reads afresh', async () => {
  const {heard} = listen()
  const start = heard[0]?.id ?? ''
  await write({create: {_id: 'a', _type: 't', text: ''}})
  for (let n = 0; n < 6; n += 1) await write({patch: {id: 'a', set: {text: `${n}`.repeat(200_000)}}})
  expect(listen({lastEventId: heard.at(-3)?.id ?? ''}).heard.map(({event}) => event)).toEqual([
    'welcomeback',
    'mutation',
    'mutation',
  ])
  expect(listen({lastEventId: start}).heard).toMatchObject([{event: 'reset'}])
})

test('equal listeners are sent the very same bytes; others their own, and each only while it listens', async () => {
  const bob: Viewer = {kind: 'member', userId: 'bob', role: 'editor'}
  const [one, two] = [listen(), listen({viewer: bob})]
  const anonymous = listen({viewer: {kind: 'anonymous'}})
  const query = '*[_type == "t" && owner == identity()]'
  const [ofAnn, ofBob] = [listen({query}), listen({query, viewer: bob})]
  await write({create: {_id: 'a', _type: 't', owner: 'bob'}})
  expect(one.raw[0]).toBe(two.raw[0])
  expect([one, two, anonymous, ofAnn, ofBob].map(({raw}) => raw.length)).toEqual([1, 1, 1, 0, 1])
  expect(anonymous.heard[1]).toMatchObject({data: {identity: ''}})
  one.end()
  await write({patch: {id: 'a', set: {n: 1}}})
  two.end()
  await write({patch: {id: 'a', set: {n: 2}}})
  expect([one, two, anonymous].map(({raw}) => raw.length)).toEqual([1, 2, 3])
})

const long = (n: number): string => `*[_type == "${'x'.repeat(1500)}" && n == ${n}]`

test('different queries share a bound of their length, equal ones count once, and who goes gives its part back', () => {
  lake.lake.close()
  lake = assembleLake({limits: {maxListenedCharacters: 10_000}})
  const tooMany = expect.objectContaining({code: 'tooMany', retryAfterSeconds: 1})
  const open = [1, 2].map((n) => listen({query: long(n), client: 'one'}))
  expect(() => listen({query: long(3), client: 'one'})).toThrow(tooMany)
  // Half of all is there for others.
  const others = [3, 4].map((n) => listen({query: long(n), client: 'two'}))
  expect(() => listen({query: long(5), client: 'three'})).not.toThrow()
  expect(() => listen({query: long(6), client: 'four'})).toThrow(tooMany)
  const alike = Array.from({length: 50}, () => listen({query: long(1), client: 'five'}))
  open[0]?.end()
  expect(() => listen({query: long(6), client: 'four'})).toThrow(tooMany)
  for (const one of alike) one.end()
  expect(() => listen({query: long(6), client: 'four'})).not.toThrow()
  for (const one of others) one.end()
})
