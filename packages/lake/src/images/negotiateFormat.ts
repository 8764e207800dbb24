import type {ImageTransformation, OutputFormat} from './ImageTransformation.ts'

/** What an animation or a picture with transparency needs of its format. */
export type FormatNeeds = {
  extension: string
  animated: boolean
  /** Of the picture asked for. */
  pixels: number
}

// A larger AVIF keeps the one who asks first waiting for seconds; WebP does not.
const MAX_AVIF_PIXELS = 2_500_000

const mimeTypes: Record<OutputFormat, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  pjpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/** The media type that a format is served as. */
export function toMimeType(format: OutputFormat): string {
  return mimeTypes[format]
}

function accepts(accept: string, mimeType: string): boolean {
  // Only what is named counts: every client sends "*/*", not every client shows AVIF.
  return accept.split(',').some((range) => {
    const [type, ...params] = range.split(';').map((part) => part.trim().toLowerCase())
    return type === mimeType && !params.some((param) => /^q=0(?:\.0*)?$/.test(param))
  })
}

/**
 * Chooses the format of the answer: `fm` first, then with `auto=format` the smallest that the client names in its
 * Accept header, else the original's own where browsers show it.
 */
export function negotiateFormat(
  asked: ImageTransformation,
  accept: string,
  original: FormatNeeds,
): OutputFormat {
  if (asked.format) return asked.format
  const animated = original.animated && !asked.firstFrame
  if (asked.autoFormat) {
    const quick = !animated && original.pixels <= MAX_AVIF_PIXELS
    if (quick && accepts(accept, 'image/avif')) return 'avif'
    if (accepts(accept, 'image/webp')) return 'webp'
  }
  switch (original.extension) {
    case 'jpg':
      return 'jpg'
    case 'gif':
      return 'gif'
    case 'webp':
      return 'webp'
    case 'avif':
      return 'avif'
    default:
      return 'png'
  }
}
