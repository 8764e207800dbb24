import {Allowance} from '../access/Allowance.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'

/** The bound of what is listened to. */
export type QueryRoomLimits = Pick<LakeLimits, 'maxListenedCharacters'>

/** Room for different listener queries, by their length: what is kept of one takes many times the memory of its text. */
export class QueryRoom {
  readonly #limits: QueryRoomLimits
  readonly #characters: Allowance

  constructor(limits: QueryRoomLimits) {
    const total = limits.maxListenedCharacters
    this.#limits = limits
    this.#characters = new Allowance({total, each: total / 2})
  }

  /**
   * Takes room for a query; gives what returns it.
   * @throws LakeError `tooMany`.
   */
  take(query: string, client: string): () => void {
    const release = this.#characters.take(client, query.length)
    if (typeof release === 'function') return release
    const what = 'Too many different queries are listened to'
    throw limitError(this.#limits, 'maxListenedCharacters', {what, code: 'tooMany'})
  }
}
