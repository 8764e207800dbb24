import type {Sharp} from 'sharp'
import type {OutputFormat} from './ImageTransformation.ts'

const DEFAULT_QUALITY = 75

/** Writes an image in a format; quality from 0 to 100. */
export function encodeImage(image: Sharp, format: OutputFormat, quality = DEFAULT_QUALITY): Sharp {
  const q = Math.max(1, Math.round(quality))
  switch (format) {
    case 'avif':
      // AVIF looks as good at four fifths of the number; low effort, since a first request may not wait for seconds.
      return image.avif({quality: Math.max(1, Math.round(q * 0.8)), effort: 3})
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
