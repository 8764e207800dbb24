import {shownPart} from './shownPart.ts'

/** A picture as the SDK's queries give it. */
export interface ImageSource {
  readonly asset: {
    readonly url?: string | null
    readonly width?: number | null
    readonly height?: number | null
  } | null
  readonly crop?: ImageCrop | null | undefined
  readonly hotspot?: {readonly x?: number | undefined; readonly y?: number | undefined} | null | undefined
}

/** Parts of each side that an editor cut away, 0 to 1. */
export interface ImageCrop {
  readonly top?: number | undefined
  readonly bottom?: number | undefined
  readonly left?: number | undefined
  readonly right?: number | undefined
}

/** How the picture is to be delivered. Sizes are in pixels. */
export interface ImageUrlOptions {
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** `crop` fills width and height around the hotspot; `max` neither cuts nor enlarges. Default `max`. */
  readonly fit?: 'crop' | 'max' | undefined
  /** 1 to 100. */
  readonly quality?: number | undefined
}

/**
 * The address of a picture at a size, in the best format that the browser takes, cropped as the editor
 * said. It works for both lakes: the parameters are those of Sanity's image pipeline, and the same as
 * `imageBuilder` of `/images` gives, which has the whole pipeline. Null without asset.
 *
 * @example
 * ```ts
 * const src = imageUrl(article.leadFigure.image, {width: 800})
 * ```
 */
export function imageUrl(
  image: ImageSource,
  {width, height, fit = 'max', quality}: ImageUrlOptions = {},
): string | null {
  const address = image.asset?.url
  if (!address || !URL.canParse(address)) return null
  const url = new URL(address)
  const isFilled = fit === 'crop' && width && height
  const part = shownPart(image, isFilled ? width / height : null)
  if (part && !part.isWhole) url.searchParams.set('rect', [part.x, part.y, part.width, part.height].join(','))
  if (width) url.searchParams.set('w', String(Math.round(width)))
  if (height) url.searchParams.set('h', String(Math.round(height)))
  if (width || height) url.searchParams.set('fit', fit)
  if (quality) url.searchParams.set('q', String(Math.round(quality)))
  url.searchParams.set('auto', 'format')
  return url.href
}
