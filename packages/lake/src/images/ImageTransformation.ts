export const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
export type ImageFit = (typeof fits)[number]

export const outputFormats = ['avif', 'gif', 'jpg', 'pjpg', 'png', 'webp'] as const
export type OutputFormat = (typeof outputFormats)[number]

/** Where `fit=crop` looks: edges (`top`, `left`, …), the centre, the focal point, or the busiest part. */
export type CropMode = {
  horizontal: 'center' | 'left' | 'right'
  vertical: 'bottom' | 'center' | 'top'
  by: 'center' | 'entropy' | 'focalpoint'
}

/** A colour with alpha from 0 to 1. */
export type Colour = {r: number; g: number; b: number; alpha: number}

/** What an image URL asks for, as the public image API names it; lengths are in pixels before `dpr`. */
export type ImageTransformation = {
  width?: number | undefined
  height?: number | undefined
  minWidth?: number | undefined
  minHeight?: number | undefined
  maxWidth?: number | undefined
  maxHeight?: number | undefined
  fit: ImageFit
  crop: CropMode
  /** Share of width and height, 0 to 1. */
  focalPoint?: {x: number; y: number} | undefined
  rect?: {left: number; top: number; width: number; height: number} | undefined
  dpr: number
  /** Absent: the format of the original. */
  format?: OutputFormat | undefined
  /** Choose the format by what the client accepts. */
  autoFormat: boolean
  quality?: number | undefined
  /** 1 to 2000. */
  blur?: number | undefined
  /** 1 to 100. */
  sharpen?: number | undefined
  /** -100 (grey) to 100. */
  saturation?: number | undefined
  invert: boolean
  flipHorizontal: boolean
  flipVertical: boolean
  /** Degrees clockwise, after the picture's own Exif orientation. */
  orientation: 0 | 90 | 180 | 270
  background?: Colour | undefined
  padding?: number | undefined
  /** Only the first picture of an animation. */
  firstFrame: boolean
}
