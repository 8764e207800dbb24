import type {Page, Request} from 'playwright-core'
import {expect} from 'vitest'

const STREAM = /\/data\/(listen|live)\//
const QUIET_MS = 3000

/**
 * Follows what a page asks for.
 * @returns a function that waits until everything is answered, event streams apart, and nothing more is asked for.
 */
export function trackRequests(page: Page): () => Promise<void> {
  const pending = new Set<Request>()
  let latest = Date.now()
  const note = (): void => {
    latest = Date.now()
  }
  page.on('request', (request) => {
    if (STREAM.test(request.url())) return
    pending.add(request)
    note()
  })
  const settle = (request: Request): void => {
    if (pending.delete(request)) note()
  }
  page.on('requestfinished', settle)
  page.on('requestfailed', settle)
  const isQuiet = (): boolean => pending.size === 0 && Date.now() - latest > QUIET_MS
  return () => expect.poll(isQuiet).toBe(true)
}
