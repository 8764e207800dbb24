import {describe, expect, it} from 'vitest'
import {systemClock} from './clock.ts'
import {withDeadline} from './withDeadline.ts'

const limits = {timeoutMs: 20, signal: undefined, clock: systemClock, queryName: 'test'}
const never = new Promise<never>(() => undefined)

describe('withDeadline', () => {
  it('gives the result', async () => {
    await expect(withDeadline(async () => 1, limits)).resolves.toBe(1)
  })

  it('passes the error on', async () => {
    const error = new Error('x')
    await expect(withDeadline(() => Promise.reject(error), limits)).rejects.toBe(error)
  })

  it('ends work that ignores its signal, and tells work that does not', async () => {
    let told = false
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => (told = true))
      return never
    }
    await expect(withDeadline(work, limits)).rejects.toMatchObject({code: 'timeout', queryName: 'test'})
    expect(told).toBe(true)
  })

  it('ends when the caller aborts', async () => {
    const caller = new AbortController()
    const reading = withDeadline(() => never, {...limits, timeoutMs: 60_000, signal: caller.signal})
    caller.abort()
    await expect(reading).rejects.toMatchObject({code: 'aborted'})
  })

  it('does not start when the caller has aborted already', async () => {
    let started = false
    const work = async () => {
      started = true
    }
    await expect(withDeadline(work, {...limits, signal: AbortSignal.abort()})).rejects.toMatchObject({
      code: 'aborted',
    })
    expect(started).toBe(false)
  })
})
