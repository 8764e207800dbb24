import {FairLine} from '../access/FairLine.ts'
import {limitError} from '../LakeLimits.ts'

/** Runs a task when its turn comes; `client` is the address that asks for it. */
export type Gate = <T>(task: () => Promise<T>, client?: string) => Promise<T>

/**
 * Lets a few tasks run at a time, so that a page of thumbnails neither fills the memory nor starves other requests;
 * the others wait in line, up to a bound, of which one client gets half.
 *
 * @param maxRenderings - how many run or wait
 * @throws LakeError `tooMany` (HTTP 429) through the promise of a task that finds no place.
 */
export function createGate({running, maxRenderings}: {running: number; maxRenderings: number}): Gate {
  const line = new FairLine({running, total: maxRenderings})
  return async (task, client = '') => {
    const end = await line.take({client, isMember: true})
    if (typeof end !== 'function') {
      const what = 'Too many pictures are worked on'
      throw limitError({maxRenderings}, 'maxRenderings', {what, code: 'tooMany'})
    }
    try {
      return await task()
    } finally {
      end()
    }
  }
}
