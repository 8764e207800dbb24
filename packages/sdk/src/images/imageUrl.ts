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
  readonly width?: number
  readonly height?: number
  /** `crop` fills width and height around the hotspot; `max` never enlarges. Default `max`. */
  readonly fit?: 'crop' | 'max'
  /** 1 to 100. */
  readonly quality?: number
}

/**
 * The address of a picture at a size, in the best format that the browser takes, cropped as the editor
 * said. It works for both lakes: the parameters are those of Sanity's image pipeline. Null without asset.
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
  const rect = cropRectangle(image)
  if (rect) url.searchParams.set('rect', rect.join(','))
  if (width) url.searchParams.set('w', String(Math.round(width)))
  if (height) url.searchParams.set('h', String(Math.round(height)))
  if (width || height) url.searchParams.set('fit', fit)
  if (fit === 'crop' && image.hotspot?.x !== undefined && image.hotspot.y !== undefined) {
    url.searchParams.set('crop', 'focalpoint')
    url.searchParams.set('fp-x', String(image.hotspot.x))
    url.searchParams.set('fp-y', String(image.hotspot.y))
  }
  if (quality) url.searchParams.set('q', String(Math.round(quality)))
  url.searchParams.set('auto', 'format')
  return url.href
}

function cropRectangle({asset, crop}: ImageSource): readonly number[] | null {
  if (!crop || !asset?.width || !asset.height) return null
  const {top = 0, bottom = 0, left = 0, right = 0} = crop
  if (top + bottom + left + right === 0) return null
  const {width, height} = asset
  return [left * width, top * height, (1 - left - right) * width, (1 - top - bottom) * height].map(Math.round)
}
