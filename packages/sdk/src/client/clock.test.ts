import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {systemClock} from './clock.ts'

describe('waiting', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('ends with its time, and lets go of the signal', async () => {
    const {signal} = new AbortController()
    const remove = vi.spyOn(signal, 'removeEventListener')
    const waited = systemClock.wait(100, signal)
    await vi.advanceTimersByTimeAsync(100)
    await expect(waited).resolves.toBeUndefined()
    expect(remove).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends with its signal, for the reason of that', async () => {
    const controller = new AbortController()
    const waited = systemClock.wait(100, controller.signal)
    controller.abort(new Error('enough'))
    await expect(waited).rejects.toThrow('enough')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not begin when its signal has fired', async () => {
    await expect(systemClock.wait(100, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('takes as long as timers can when it is for ever', async () => {
    const onEnd = vi.fn<() => void>()
    const controller = new AbortController()
    const waited = systemClock.wait(Number.POSITIVE_INFINITY, controller.signal).then(onEnd, () => undefined)
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(onEnd).not.toHaveBeenCalled()
    controller.abort()
    await waited
  })
})
