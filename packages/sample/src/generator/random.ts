/** Random choices that are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  /** `count` different entries of a list, or all of them in some order when it is shorter. */
  sample<T>(list: readonly T[], count: number): T[]
  /** True about `percent` times in a hundred. */
  chance(percent: number): boolean
}

/** FNV-1a over UTF-16 code units: a well-spread 32-bit number from a text. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  }
  return state >>> 0
}

/** A source of randomness from a seed, such as `7:article:12` (the mulberry32 generator). */
export function createRandom(seed: string): Random {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    between,
    chance: (percent) => next() * 100 < percent,
    pick(list) {
      const entry = list[between(0, list.length - 1)]
      if (entry === undefined) throw new TypeError('Nothing can be picked from an empty list.')
      return entry
    },
    sample(list, count) {
      const rest = [...list]
      for (let index = rest.length - 1; index > 0; index -= 1) {
        const other = between(0, index)
        const [a, b] = [rest[index], rest[other]]
        if (a !== undefined && b !== undefined) [rest[index], rest[other]] = [b, a]
      }
      return rest.slice(0, count)
    },
  }
}
