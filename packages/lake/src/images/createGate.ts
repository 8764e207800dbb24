import {LakeError} from '../errors/LakeError.ts'

/** Runs a task when its turn comes. */
export type Gate = <T>(task: () => Promise<T>) => Promise<T>

/**
 * Lets a few tasks run at a time, so that a page of thumbnails neither fills the memory nor starves other requests;
 * the others wait in line, up to a bound.
 *
 * @throws LakeError `closed` (HTTP 503) through the promise of a task that finds the line full.
 */
export function createGate({running: limit, waiting: maxWaiting}: {running: number; waiting: number}): Gate {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (waiting.length >= maxWaiting) {
      throw new LakeError(
        'closed',
        `${maxWaiting} images wait to be worked on already. Try again in a moment.`,
      )
    }
    // Whoever ends hands its place on, so a newcomer cannot take it from those who wait.
    if (running < limit) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
