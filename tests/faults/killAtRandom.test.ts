import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {callLake} from './callLake.ts'
import {createToken, startLakeProcess} from './lakeProcess.ts'
import {lakeRequests} from './lakeRequests.ts'

// LAKE_KILLS=200 asks for more.
const KILLS = Number(process.env['LAKE_KILLS'] ?? 4)
const WRITERS = 6
// From before the first answer to well into the first checkpoint.
const LONGEST_MS = 600

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-kill-'))
})
afterEach(() => rm(dataDir, {recursive: true}))

/** Ids of transactions: those that a writer sent, and those of them that the lake acknowledged. */
type Sent = {all: Set<string>; acknowledged: Set<string>}

// Each transaction makes two documents that need each other and counts itself in a third: a half would show.
async function writeUntilCut(url: string, token: string, writer: string, sent: Sent): Promise<void> {
  const {mutate} = lakeRequests(url, token)
  const counter = `counter-${writer}`
  await mutate([{createIfNotExists: {_id: counter, _type: 'counter', count: 0}}])
  for (let turn = 0; ; turn += 1) {
    const id = `${writer}-${turn}`
    sent.all.add(id)
    const {status} = await mutate(
      [
        {create: {_id: `${id}-a`, _type: 'pair', pair: id, other: {_type: 'reference', _ref: `${id}-b`}}},
        {create: {_id: `${id}-b`, _type: 'pair', pair: id, text: 'x'.repeat((turn % 40) * 100)}},
        {patch: {id: counter, inc: {count: 1}}},
      ],
      id,
    )
    if (status === 200) sent.acknowledged.add(id)
  }
}

async function assertWhole(url: string, token: string, sent: Sent): Promise<void> {
  const {query} = lakeRequests(url, token)
  const pairs = await query('*[_type == "pair"]{_id, pair, _rev}')
  const counters = await query('*[_type == "counter"]{_id, count}')
  if (!Array.isArray(pairs) || !Array.isArray(counters)) throw new Error('The query gave no list.')
  const halves = new Map<string, number>()
  for (const {pair, _rev} of pairs) {
    expect(_rev).toBe(pair)
    halves.set(pair, (halves.get(pair) ?? 0) + 1)
  }
  expect([...sent.acknowledged].filter((id) => !halves.has(id))).toEqual([])
  expect([...halves].filter(([, count]) => count !== 2)).toEqual([])
  expect([...halves.keys()].filter((id) => !sent.all.has(id))).toEqual([])
  for (const {_id, count} of counters) {
    const writer = String(_id).slice('counter-'.length)
    expect({_id, count}).toEqual({
      _id,
      count: [...halves.keys()].filter((id) => id.startsWith(`${writer}-`)).length,
    })
  }
}

test(
  `killed ${KILLS} times at random moments, the lake loses nothing acknowledged and shows no half`,
  async () => {
    const token = await createToken(dataDir)
    const sent: Sent = {all: new Set(), acknowledged: new Set()}
    for (let round = 0; round < KILLS; round += 1) {
      const lake = await startLakeProcess(dataDir)
      await assertWhole(lake.url, token, sent)
      const writers = Promise.allSettled(
        Array.from({length: WRITERS}, (_, writer) =>
          writeUntilCut(lake.url, token, `r${round}w${writer}`, sent),
        ),
      )
      // Once from the first answer on, however late that comes.
      await expect.poll(() => round > 0 || sent.acknowledged.size > 0).toBe(true)
      await sleep(Math.random() * LONGEST_MS)
      await lake.kill()
      await writers
    }
    const lake = await startLakeProcess(dataDir)
    await assertWhole(lake.url, token, sent)
    expect(await lake.stop()).toBe(0)
    expect(await callLake('check', '--data-dir', dataDir)).toMatchObject({
      code: 0,
      out: 'The lake is whole.\n',
    })
  },
  240_000 + KILLS * 20_000,
)
