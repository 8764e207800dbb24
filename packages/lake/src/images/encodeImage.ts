import type {Sharp} from 'sharp'
import type {OutputFormat} from './ImageTransformation.ts'

const DEFAULT_QUALITY = 75

// AVIF takes seconds beyond it at the usual effort.
const LARGE_PIXELS = 2_000_000

/** Writes an image of so many pixels in a format; quality from 0 to 100. */
export function encodeImage(
  image: Sharp,
  {
    format,
    quality = DEFAULT_QUALITY,
    pixels,
  }: {format: OutputFormat; quality: number | undefined; pixels: number},
): Sharp {
  const q = Math.max(1, Math.round(quality))
  switch (format) {
    case 'avif':
      // AVIF looks as good at four fifths of the number.
      return image.avif({quality: Math.max(1, Math.round(q * 0.8)), effort: pixels > LARGE_PIXELS ? 0 : 3})
    case 'gif':
      return image.gif()
    case 'jpg':
      return image.jpeg({quality: q})
    case 'pjpg':
      return image.jpeg({quality: q, progressive: true})
    case 'png':
      return image.png()
    default:
      return image.webp({quality: q})
  }
}
