import {createHash} from 'node:crypto'
import type {ImageCache} from './ImageCache.ts'
import type {ImageTransformation, OutputFormat} from './ImageTransformation.ts'
import {renderImage, type RenderLimits} from './renderImage.ts'

/** Gives an image in the form that an URL asks for. */
export type Transformer = (
  original: {name: string; readBytes(): Promise<Buffer>},
  asked: ImageTransformation,
  format: OutputFormat,
) => Promise<{bytes: Buffer; etag: string}>

/** Lets a few tasks run at a time; the others wait their turn. */
function createGate(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    // Whoever ends hands its place on, so a newcomer cannot take it from those who wait.
    if (running < limit) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/**
 * Renders images through a cache, a few at a time, so that a page of thumbnails neither fills the memory nor starves
 * other requests.
 */
export function createTransformer({
  cache,
  limits,
  concurrency,
}: {
  cache: ImageCache
  limits: RenderLimits
  concurrency: number
}): Transformer {
  const gate = createGate(concurrency)
  return async (original, asked, format) => {
    // What the client accepts has become the format; the rest of the request is the key.
    const request = JSON.stringify({...asked, name: original.name, format, autoFormat: false})
    const key = createHash('sha256').update(request).digest('hex').slice(0, 40)
    const bytes = await cache.get(key, () =>
      gate(async () => renderImage(await original.readBytes(), asked, format, limits)),
    )
    return {bytes, etag: key}
  }
}
