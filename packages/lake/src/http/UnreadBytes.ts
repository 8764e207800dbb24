/** Counts what waits for clients to take it, of all answers and streams together. */
export class UnreadBytes {
  readonly limit: number
  readonly #waiting = new Map<object, number>()
  #sum = 0

  constructor(limit: number) {
    this.limit = limit
  }

  /** Notes how much of something waits by now; false when all together is more than may wait. */
  note(what: object, bytes: number): boolean {
    this.#sum += bytes - (this.#waiting.get(what) ?? 0)
    this.#waiting.set(what, bytes)
    return this.#sum <= this.limit
  }

  /** What has been taken, or is given up. */
  forget(what: object): void {
    this.#sum -= this.#waiting.get(what) ?? 0
    this.#waiting.delete(what)
  }
}
