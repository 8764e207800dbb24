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

  /** Lets a client hold one more, or so many: gives what returns them, or says which bound would be passed. */
  take(client: string, amount = 1): (() => void) | 'total' | 'each' {
    const held = this.#held.get(client) ?? 0
    if (this.#sum + amount > this.#total) return 'total'
    if (held + amount > this.#each) return 'each'
    this.#held.set(client, held + amount)
    this.#sum += amount
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#sum -= amount
      const left = (this.#held.get(client) ?? amount) - amount
      if (left > 0) this.#held.set(client, left)
      else this.#held.delete(client)
    }
  }
}
