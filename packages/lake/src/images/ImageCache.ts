/** Keeps rendered images within a bound; the least recently used go first. */
export type ImageCache = {
  /** The image of this key, made once however many ask for it at the same time. */
  get(key: string, render: () => Promise<Buffer>): Promise<Buffer>
  readonly sizeBytes: number
}

/** Where the bytes of a cache are. */
export type ImageCacheStorage = {
  /** Keys and sizes from an earlier run, least recently used first. */
  list(): {key: string; sizeBytes: number}[]
  read(key: string): Promise<Buffer | null>
  write(key: string, bytes: Buffer): Promise<void>
  remove(key: string): Promise<void>
}

/**
 * Bounds a storage by bytes and shares renderings that are under way.
 *
 * @example
 * ```ts
 * const cache = createImageCache({storage: createDiskImageStorage({dataDir}), maxBytes: 500_000_000})
 * ```
 */
export function createImageCache({
  storage,
  maxBytes,
}: {
  storage: ImageCacheStorage
  maxBytes: number
}): ImageCache {
  // A Map keeps the order of insertion: the first entry is the one unused for longest.
  const sizes = new Map<string, number>()
  const pending = new Map<string, Promise<Buffer>>()
  let total = 0

  const forget = (key: string) => {
    total -= sizes.get(key) ?? 0
    sizes.delete(key)
  }
  const remember = (key: string, sizeBytes: number) => {
    forget(key)
    sizes.set(key, sizeBytes)
    total += sizeBytes
  }
  const evict = async () => {
    for (const key of sizes.keys()) {
      if (total <= maxBytes) return
      forget(key)
      await storage.remove(key)
    }
  }
  const load = async (key: string, render: () => Promise<Buffer>) => {
    const known = sizes.get(key)
    const stored = known === undefined ? null : await storage.read(key)
    if (stored) {
      remember(key, stored.byteLength)
      return stored
    }
    forget(key)
    const bytes = await render()
    // What would push out everything else is not worth keeping.
    if (bytes.byteLength <= maxBytes / 4) {
      await storage.write(key, bytes)
      remember(key, bytes.byteLength)
      await evict()
    }
    return bytes
  }

  for (const {key, sizeBytes} of storage.list()) remember(key, sizeBytes)
  return {
    get(key, render) {
      const running = pending.get(key)
      if (running) return running
      const started = load(key, render).finally(() => pending.delete(key))
      pending.set(key, started)
      return started
    },
    get sizeBytes() {
      return total
    },
  }
}
