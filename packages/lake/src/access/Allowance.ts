/** Counts what clients hold at once, all together and each. */
export class Allowance {
  readonly #total: number
  readonly #each: number
  readonly #held = new Map<string, number>()
  #sum = 0

  constructor({total, each}: {total: number; each: number}) {
    this.#total = total
    this.#each = each
  }

  /** Lets a client hold one more: gives what returns it, or says which bound is reached. */
  take(client: string): (() => void) | 'total' | 'each' {
    const held = this.#held.get(client) ?? 0
    if (this.#sum >= this.#total) return 'total'
    if (held >= this.#each) return 'each'
    this.#held.set(client, held + 1)
    this.#sum += 1
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#sum -= 1
      const left = (this.#held.get(client) ?? 1) - 1
      if (left > 0) this.#held.set(client, left)
      else this.#held.delete(client)
    }
  }
}
