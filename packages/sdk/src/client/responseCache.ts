/** An answer that the source tagged. */
export interface CachedResponse {
  /** The source's tag of it, as in the header `ETag`. */
  readonly etag: string
  /** JSON text, as it came. */
  readonly body: string
}

/**
 * Keeps tagged answers by address, so that a read of what has not changed moves no content: a `Map`, or
 * anything with its `get` and `set` that forgets what is old.
 */
export interface ResponseCache {
  get(url: string): CachedResponse | undefined
  set(url: string, response: CachedResponse): unknown
}
