import {describe, expect, it} from 'vitest'
import {ContentError, type ContentErrorCode} from '../errors/ContentError.ts'
import {parseRetryAfter} from './explainFailure.ts'
import {retry} from './retry.ts'

function failing(error: ContentError, times: number) {
  const waits: number[] = []
  let calls = 0
  const run = (deadline = 60_000) =>
    retry(
      async () => {
        calls += 1
        if (calls <= times) throw error
        return 'done'
      },
      {deadline, signal: new AbortController().signal},
      {
        retries: 3,
        random: () => 0.5,
        clock: {
          now: () => waits.reduce((sum, ms) => sum + ms, 0),
          wait: async (ms) => {
            waits.push(ms)
          },
        },
      },
    )
  return {run, waits, calls: () => calls}
}

const httpStatus = (status: number, retryAfterMs?: number) =>
  new ContentError('http', `status ${status}`, {status, retryAfterMs})

describe('retry', () => {
  it.each([
    ['no connection', new ContentError('network', 'reset')],
    ['429', httpStatus(429)],
    ['500', httpStatus(500)],
    ['503', httpStatus(503)],
  ])('repeats after %s, waiting longer each time', async (_name, error) => {
    const attempts = failing(error, 3)
    await expect(attempts.run()).resolves.toBe('done')
    expect(attempts.waits).toEqual([150, 300, 600])
  })

  it.each<[string, ContentError]>([
    ...[400, 404, 408, 409, 422].map((status): [string, ContentError] => [
      String(status),
      httpStatus(status),
    ]),
    ...(['unauthorized', 'not-json', 'too-large', 'timeout', 'aborted'] satisfies ContentErrorCode[]).map(
      (code): [string, ContentError] => [code, new ContentError(code, code)],
    ),
  ])('never repeats %s', async (_name, error) => {
    const attempts = failing(error, 1)
    await expect(attempts.run()).rejects.toBe(error)
    expect(attempts.calls()).toBe(1)
  })

  it('waits as long as the source asks', async () => {
    const attempts = failing(httpStatus(429, 2_000), 1)
    await expect(attempts.run()).resolves.toBe('done')
    expect(attempts.waits).toEqual([2_000])
  })

  it('gives up at once when the wait would outlast the deadline', async () => {
    const error = httpStatus(429, 3_600_000)
    const attempts = failing(error, 1)
    await expect(attempts.run(15_000)).rejects.toBe(error)
    expect(attempts.waits).toEqual([])
  })

  it('gives the last error after the last repeat', async () => {
    const error = httpStatus(500)
    const attempts = failing(error, 99)
    await expect(attempts.run()).rejects.toBe(error)
    expect(attempts.calls()).toBe(4)
  })
})

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 0, 1)
  it.each([
    [null, null],
    ['7', 7_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', null],
    ['0', null],
    ['soon', null],
  ])('reads %s as %s ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })
})
