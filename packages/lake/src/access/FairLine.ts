/** Who asks for one thing: a person or program that is known, or an address. */
export type Asker = {client: string; isMember: boolean}

/** Why somebody gets no place. */
export type Refusal = 'full' | 'share' | 'waited'

type Place = {asker: Asker; start: () => void}

// Who waits in line longer than this is told to come again.
const MAX_WAIT_MS = 60_000

/**
 * Lets so many run at a time; the others wait. Nobody holds more than half of all places, members go first, then who has
 * the fewest running, and who is not known leaves one of several places to run in to members.
 */
export class FairLine {
  readonly #most: number
  readonly #total: number
  #running: Asker[] = []
  #waiting: Place[] = []

  /**
   * @param running - how many run at a time
   * @param total - how many run or wait
   */
  constructor({running, total}: {running: number; total: number}) {
    this.#most = running
    this.#total = total
  }

  /** Waits for a turn; gives what ends it, or says why there is none. */
  async take(asker: Asker): Promise<(() => void) | Refusal> {
    const held = this.#running.length + this.#waiting.length
    const own = countOf([...this.#running, ...this.#waiting.map((place) => place.asker)], asker)
    if (held >= this.#total) return 'full'
    if (own >= Math.max(1, Math.floor(this.#total / 2))) return 'share'
    if (!this.#hasRoom(asker)) {
      const isStarted = await this.#wait(asker)
      if (!isStarted) return 'waited'
    } else this.#running.push(asker)
    return () => this.#end(asker)
  }

  #wait(asker: Asker): Promise<boolean> {
    return new Promise((resolve) => {
      const place: Place = {
        asker,
        start: () => {
          clearTimeout(timer)
          resolve(true)
        },
      }
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== place)
        resolve(false)
      }, MAX_WAIT_MS)
      this.#waiting.push(place)
    })
  }

  // Whoever ends hands its place on at once, so that a newcomer cannot take it from those who wait.
  #end(asker: Asker): void {
    this.#running = this.#running.filter((other) => other !== asker)
    const next = this.#next()
    if (!next) return
    this.#waiting = this.#waiting.filter((other) => other !== next)
    this.#running.push(next.asker)
    next.start()
  }

  #next(): Place | undefined {
    const ready = this.#waiting.filter(({asker}) => this.#hasRoom(asker))
    const members = ready.filter(({asker}) => asker.isMember)
    const first = members.length > 0 ? members : ready
    const fewest = Math.min(...first.map(({asker}) => countOf(this.#running, asker)))
    return first.find(({asker}) => countOf(this.#running, asker) === fewest)
  }

  #hasRoom({isMember}: Asker): boolean {
    if (this.#running.length >= this.#most) return false
    const unknown = this.#running.filter((other) => !other.isMember).length
    return isMember || unknown < Math.max(1, this.#most - 1)
  }
}

function countOf(askers: readonly Asker[], {client}: Asker): number {
  return askers.filter((other) => other.client === client).length
}
