import {randomFillSync} from 'node:crypto'

const BYTES = 16

/** Makes ids of transactions and documents: 22 letters and digits, as Sanity's revisions are. */
export function createRevisionIds(): () => string {
  // Asking the system for randomness once for many ids costs a tenth of asking for each.
  const pool = new Uint8Array(BYTES * 256)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += BYTES
    return Buffer.from(pool.buffer, used - BYTES, BYTES)
      .toString('base64url')
      .replaceAll(/[-_]/g, 'x')
  }
}
