import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startLake} from '@spine-center/lake'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {hostileRequest} from './hostile/hostileRequest.ts'
import {sendRaw} from './sendRaw.ts'
import type {RawAnswer} from './sendRaw.ts'
import {usedBytes} from './usedBytes.ts'

// LAKE_FUZZ=100000 asks for more.
const REQUESTS = Number(process.env['LAKE_FUZZ'] ?? 3000)
const AT_ONCE = 10
const MAX_GROWTH_BYTES = 48 * 1024 * 1024

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What is wrong with an answer, whatever was asked. */
function problemOf({status, headers, body, isHanging}: RawAnswer): string | undefined {
  if (isHanging) return 'no answer'
  // Closed without a word: the request ended before it was whole.
  if (status === 0) return undefined
  // The one declared 5xx: come again, for a stream whose ticket is used up, and for images while too many wait.
  const isDeclared = status === 503 && /connect again|Try again in a moment/.test(body)
  if (status >= 500 && !isDeclared) return `status ${status}`
  const isJson = /^content-type: application\/json/im.test(headers)
  if (!/^x-content-type-options: nosniff$/im.test(headers)) return 'no nosniff'
  if (status < 400 || body === '' || /^content-type: text\/html/im.test(headers)) return undefined
  if (!isJson) return `status ${status} without JSON`
  const value: unknown = JSON.parse(Buffer.from(body, 'latin1').toString('utf8'))
  const isProblem = isRecord(value) && typeof value['message'] === 'string' && value['statusCode'] === status
  return isProblem ? undefined : `not the shape of an error: ${body.slice(0, 200)}`
}

async function restore(url: string, token = ''): Promise<void> {
  const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'}
  await fetch(`${url}/v1/datasets/production`, {method: 'PUT', headers})
  await fetch(`${url}/v1/datasets/production`, {method: 'PATCH', headers, body: '{"aclMode": "public"}'})
}

test(
  'no request makes the lake fail, hang, answer in another form or grow',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lake-fuzz-'))
    const failures: unknown[] = []
    const lake = await startLake({
      dataDir,
      port: 0,
      documents: [{_id: 'a', _type: 't', list: [1, 2], text: 'x'}],
      onError: (error) => failures.push(error),
    })
    const roles = ['viewer', 'editor', 'administrator', 'deploy'] as const
    const tokens = new Map(roles.map((role) => [role, lake.createToken({role, label: role})]))
    const batches = fc.array(hostileRequest(tokens), {minLength: AT_ONCE, maxLength: AT_ONCE})
    let sent = 0
    let base = 0
    await fc.assert(
      fc.asyncProperty(batches, async (requests) => {
        // An administrator among them deletes datasets, and makes them private.
        if (sent % 200 === 0) await restore(lake.url, tokens.get('administrator'))
        const answers = await Promise.all(requests.map(({bytes}) => sendRaw(lake.port, bytes)))
        const problems = answers.flatMap((answer, index) => {
          const problem = problemOf(answer)
          return problem === undefined
            ? []
            : [{problem, request: requests[index]?.bytes.toString('latin1'), answer}]
        })
        expect({problems, failures}).toEqual({problems: [], failures: []})
        sent += requests.length
        if (sent < REQUESTS / 2 || base > 0) return
        base = usedBytes()
      }),
      {numRuns: Math.ceil(REQUESTS / AT_ONCE), endOnFailure: true},
    )
    expect(usedBytes() - base).toBeLessThan(MAX_GROWTH_BYTES)
    expect(await (await fetch(`${lake.url}/v1/ping`)).json()).toEqual({status: 'ok'})
    await lake.close()
    rmSync(dataDir, {recursive: true})
  },
  240_000 + REQUESTS * 20,
)
