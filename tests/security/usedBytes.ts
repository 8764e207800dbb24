import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

/** Bytes of this process that are still needed: in the heap, and in buffers outside of it. */
export function usedBytes(): number {
  if (typeof collectGarbage === 'function') for (let n = 0; n < 3; n += 1) collectGarbage()
  const {heapUsed, arrayBuffers} = process.memoryUsage()
  return heapUsed + arrayBuffers
}
