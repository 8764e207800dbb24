import type {ScreeningData} from '@spine-center/rules/safety'

interface ScreeningCacheOptions<Client> {
  read: (client: Client) => Promise<ScreeningData>
  /** Milliseconds since any fixed instant. */
  now: () => number
  /** How long one reading serves, in milliseconds. */
  freshForMs: number
}

/**
 * Keeps what was read of the rules for a short while, so that a check at every keystroke does not read them
 * all again. A failed reading is not kept.
 */
export function createScreeningCache<Client>({read, now, freshForMs}: ScreeningCacheOptions<Client>) {
  let latest: {readonly at: number; readonly data: Promise<ScreeningData>} | undefined
  return (client: Client): Promise<ScreeningData> => {
    if (latest !== undefined && now() - latest.at < freshForMs) return latest.data
    const reading = {at: now(), data: read(client)}
    latest = reading
    reading.data.catch(() => {
      if (latest === reading) latest = undefined
    })
    return reading.data
  }
}
