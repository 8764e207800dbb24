import type {ImageSource} from './imageUrl.ts'

/** Part of a picture, in pixels of the whole. */
export interface ImagePart {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Whether nothing is cut away. */
  readonly isWhole: boolean
}

/**
 * What the editor's crop leaves of a picture, cut to a ratio of width to height where one is given; null when the
 * size of the whole is not known.
 */
export function shownPart({asset, crop, hotspot}: ImageSource, ratio: number | null): ImagePart | null {
  if (!asset?.width || !asset.height) return null
  const {width, height} = asset
  let x = along(width, crop?.left, crop?.right)
  let y = along(height, crop?.top, crop?.bottom)
  if (ratio !== null) {
    // The longer side gives way, and what is cut of it leaves the hotspot in the middle, as far as it can.
    if (x.size / y.size > ratio) x = around(x, Math.round(y.size * ratio), width * (hotspot?.x ?? 0.5))
    else y = around(y, Math.round(x.size / ratio), height * (hotspot?.y ?? 0.5))
  }
  const isWhole = x.size === width && y.size === height
  return {x: x.start, y: y.start, width: x.size, height: y.size, isWhole}
}

interface Stretch {
  readonly start: number
  readonly size: number
}

function along(size: number, before = 0, after = 0): Stretch {
  const start = Math.round(before * size)
  return {start, size: Math.max(1, Math.round(size - after * size - start))}
}

function around({start, size}: Stretch, wanted: number, middle: number): Stretch {
  const from = Math.round(Math.round(middle) - wanted / 2)
  return {start: Math.max(start, Math.min(from, start + size - wanted)), size: wanted}
}
