/** Document ids in ascending order, without repeats: the lake's own order of documents. */
export class SortedIds {
  #ids: string[]

  constructor(sorted: string[] = []) {
    this.#ids = sorted
  }

  get values(): readonly string[] {
    return this.#ids
  }

  get size(): number {
    return this.#ids.length
  }

  has(id: string): boolean {
    return this.#ids[this.#position(id)] === id
  }

  /** The ids that begin with a text, ascending. */
  withPrefix(prefix: string): string[] {
    const found: string[] = []
    for (let index = this.#position(prefix); index < this.#ids.length; index += 1) {
      const id = this.#ids[index]
      if (!id?.startsWith(prefix)) break
      found.push(id)
    }
    return found
  }

  /** Adds at the end when the id is greater than all others (loading in order), else by binary search. */
  add(id: string): void {
    const last = this.#ids.at(-1)
    if (last === undefined || last < id) {
      this.#ids.push(id)
      return
    }
    const position = this.#position(id)
    if (this.#ids[position] !== id) this.#ids.splice(position, 0, id)
  }

  delete(id: string): void {
    const position = this.#position(id)
    if (this.#ids[position] === id) this.#ids.splice(position, 1)
  }

  #position(id: string): number {
    let low = 0
    let high = this.#ids.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const candidate = this.#ids[middle]
      if (candidate !== undefined && candidate < id) low = middle + 1
      else high = middle
    }
    return low
  }
}
