import type {ImageSource, ImageUrlOptions} from './imageUrl.ts'
import {shownPart} from './shownPart.ts'

/** Pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/**
 * The size of the picture behind the address that `imageUrl` gives for the same options, after the editor's crop: what
 * `width`, `height` and `srcset` of an `img` have to say. Null when the size of the whole is not known.
 *
 * @example
 * ```ts
 * const size = imageSize(article.leadFigure.image, {width: 800}) // at most 800 wide
 * ```
 */
export function imageSize(
  image: ImageSource,
  {width, height, fit = 'max'}: ImageUrlOptions = {},
): ImageSize | null {
  const part = shownPart(image, null)
  if (!part) return null
  if (fit === 'crop' && width && height) return wholePixels(width, height)
  const wanted = Math.min(
    width ? Math.round(width) / part.width : Number.POSITIVE_INFINITY,
    height ? Math.round(height) / part.height : Number.POSITIVE_INFINITY,
  )
  const factor = wanted === Number.POSITIVE_INFINITY || fit === 'max' ? Math.min(1, wanted) : wanted
  return wholePixels(part.width * factor, part.height * factor)
}

function wholePixels(width: number, height: number): ImageSize {
  return {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
}
