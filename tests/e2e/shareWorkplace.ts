import {afterAll, beforeEach} from 'vitest'
import {startWorkplace, type Workplace} from './startWorkplace.ts'

/**
 * Starts a workplace for the tests of a file, and another one after a test that failed: what an attempt leaves behind,
 * half written or killed, must not fail the next.
 * @param open - keeps what the tests need of it, as a page with the Studio
 */
export function shareWorkplace(open: (workplace: Workplace) => Promise<void>): void {
  let workplace: Workplace | undefined
  const close = async (): Promise<void> => {
    const closing = workplace
    workplace = undefined
    await closing?.close()
  }
  beforeEach(async ({onTestFailed}) => {
    onTestFailed(close)
    if (workplace) return
    workplace = await startWorkplace()
    await open(workplace)
  })
  afterAll(close)
}
