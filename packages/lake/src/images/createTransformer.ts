import {createHash} from 'node:crypto'
import type {Gate} from './createGate.ts'
import type {ImageCache} from './ImageCache.ts'
import type {ImageTransformation, OutputFormat} from './ImageTransformation.ts'
import {renderImage, type RenderLimits} from './renderImage.ts'

/** Gives an image in the form that an URL asks for; `client` is the address that asks. */
export type Transformer = (
  original: {name: string; readBytes(): Promise<Buffer>},
  asked: ImageTransformation,
  format: OutputFormat,
  client?: string,
) => Promise<{bytes: Buffer; etag: string}>

/**
 * Renders images through a cache, and through a gate that lets a few be rendered at a time.
 */
export function createTransformer({
  cache,
  limits,
  gate,
}: {
  cache: ImageCache
  limits: RenderLimits
  gate: Gate
}): Transformer {
  return async (original, asked, format, client) => {
    // What the client accepts has become the format; the rest of the request is the key.
    const request = JSON.stringify({...asked, name: original.name, format, autoFormat: false})
    const key = createHash('sha256').update(request).digest('hex').slice(0, 40)
    const bytes = await cache.get(key, () =>
      gate(async () => renderImage(await original.readBytes(), asked, format, limits), client),
    )
    return {bytes, etag: key}
  }
}
