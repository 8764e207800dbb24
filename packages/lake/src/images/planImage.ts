import type {ImageTransformation} from './ImageTransformation.ts'

export type Size = {width: number; height: number}
export type Area = Size & {left: number; top: number}

/** What to do with the pixels, in this order: take `source`, scale it to `scaled`, take `crop`, put it on `canvas`. */
export type ImagePlan = {
  source: Area
  scaled: Size
  /** `entropy`: the renderer looks for the busiest part of `crop`'s size. */
  crop: Area | {entropy: Size} | null
  canvas: Size | null
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max)
}

function toWhole({width, height}: Size): Size {
  return {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
}

function scaleBy(size: Size, factor: number): Size {
  return {width: size.width * factor, height: size.height * factor}
}

/** The sizes asked for, with `dpr`, held between the minimum and maximum asked for. */
function readBox({dpr, ...asked}: ImageTransformation): Partial<Size> {
  const hold = (value: number | undefined, min = 1, max = Infinity) =>
    value === undefined ? undefined : clamp(value, min, Math.max(min, max)) * dpr
  const width = hold(asked.width, asked.minWidth, asked.maxWidth)
  const height = hold(asked.height, asked.minHeight, asked.maxHeight)
  return {...(width === undefined ? {} : {width}), ...(height === undefined ? {} : {height})}
}

/** Without sizes asked for, the limits alone can still shrink or enlarge the picture, keeping its shape. */
function boundFactor(size: Size, asked: ImageTransformation): number {
  const max = Math.min(
    1,
    ((asked.maxWidth ?? Infinity) * asked.dpr) / size.width,
    ((asked.maxHeight ?? Infinity) * asked.dpr) / size.height,
  )
  const min = Math.max(
    0,
    ((asked.minWidth ?? 0) * asked.dpr) / size.width,
    ((asked.minHeight ?? 0) * asked.dpr) / size.height,
  )
  return min > 0 ? Math.max(max, min) : max
}

/** Factor that makes a picture fit within the box; the side not given does not bound it. */
function insideFactor(size: Size, box: Partial<Size>): number {
  return Math.min((box.width ?? Infinity) / size.width, (box.height ?? Infinity) / size.height)
}

function placeCrop(scaled: Size, target: Size, {crop, focalPoint}: ImageTransformation): ImagePlan['crop'] {
  if (crop.by === 'entropy') return {entropy: target}
  const slack = {width: scaled.width - target.width, height: scaled.height - target.height}
  if (
    focalPoint &&
    (crop.by === 'focalpoint' || (crop.horizontal === 'center' && crop.vertical === 'center'))
  ) {
    return {
      ...target,
      left: Math.round(clamp(focalPoint.x * scaled.width - target.width / 2, 0, slack.width)),
      top: Math.round(clamp(focalPoint.y * scaled.height - target.height / 2, 0, slack.height)),
    }
  }
  const share = {left: 0, top: 0, center: 0.5, right: 1, bottom: 1}
  return {
    ...target,
    left: Math.round(slack.width * share[crop.horizontal]),
    top: Math.round(slack.height * share[crop.vertical]),
  }
}

function coverAndCrop(size: Size, box: Size, asked: ImageTransformation): Omit<ImagePlan, 'source'> {
  const target = toWhole(box)
  const factor = Math.max(target.width / size.width, target.height / size.height)
  const covering = toWhole(scaleBy(size, factor))
  // Rounding may leave the scaled picture a pixel short of what is cut from it.
  const scaled = {
    width: Math.max(covering.width, target.width),
    height: Math.max(covering.height, target.height),
  }
  return {scaled, crop: placeCrop(scaled, target, asked), canvas: null}
}

function fitInto(size: Size, box: Size, asked: ImageTransformation): Omit<ImagePlan, 'source'> {
  const inside = insideFactor(size, box)
  const contained = (factor: number) => toWhole(scaleBy(size, factor))
  switch (asked.fit) {
    case 'clip':
      return {scaled: contained(inside), crop: null, canvas: null}
    case 'max':
      return {scaled: contained(Math.min(1, inside)), crop: null, canvas: null}
    case 'fill':
      return {scaled: contained(inside), crop: null, canvas: toWhole(box)}
    case 'fillmax':
      return {scaled: contained(Math.min(1, inside)), crop: null, canvas: toWhole(box)}
    case 'scale':
      return {scaled: toWhole(box), crop: null, canvas: null}
    case 'crop':
      return coverAndCrop(size, box, asked)
    // "Resizes and crops the image to match the aspect ratio of the requested width and height. Will not exceed the
    // original width and height of the image." (Sanity docs, image URLs)
    default:
      return coverAndCrop(size, scaleBy(box, Math.min(1, insideFactor(box, size))), asked)
  }
}

/**
 * Works out which pixels of an upright picture go where; pure geometry.
 *
 * @example
 * ```ts
 * planImage({width: 400, height: 200}, {...transformation, width: 100, height: 100, fit: 'crop'})
 * // {source: {left: 0, top: 0, width: 400, height: 200}, scaled: {width: 200, height: 100}, crop: {left: 50, …}, …}
 * ```
 */
export function planImage(original: Size, asked: ImageTransformation): ImagePlan {
  const left = clamp(asked.rect?.left ?? 0, 0, original.width - 1)
  const top = clamp(asked.rect?.top ?? 0, 0, original.height - 1)
  const source = {
    left,
    top,
    width: clamp(asked.rect?.width ?? original.width, 1, original.width - left),
    height: clamp(asked.rect?.height ?? original.height, 1, original.height - top),
  }
  const turned = asked.orientation === 90 || asked.orientation === 270
  const size = turned ? {width: source.height, height: source.width} : source
  const {width, height} = readBox(asked)
  if (width !== undefined && height !== undefined) return {source, ...fitInto(size, {width, height}, asked)}
  const factor = (width ?? height) ? insideFactor(size, readBox(asked)) : boundFactor(size, asked)
  // "max", "min" and "fillmax" never enlarge, whichever side was given.
  const grows = asked.fit !== 'max' && asked.fit !== 'min' && asked.fit !== 'fillmax'
  const scaled = toWhole(scaleBy(size, grows ? factor : Math.min(1, factor)))
  return {source, scaled, crop: null, canvas: null}
}

/** Size of the picture itself, without canvas and padding. */
export function outputSize({scaled, crop}: ImagePlan): Size {
  const cut = crop && ('entropy' in crop ? crop.entropy : crop)
  return cut ? {width: cut.width, height: cut.height} : scaled
}

/** The same plan for a picture smaller by a factor, for what is enlarged again afterwards. */
export function shrinkPlan(plan: ImagePlan, factor: number): ImagePlan {
  if (factor === 1) return plan
  const scaled = toWhole(scaleBy(plan.scaled, 1 / factor))
  const {crop} = plan
  if (crop === null) return {...plan, scaled}
  if ('entropy' in crop) return {...plan, scaled, crop: {entropy: toWhole(scaleBy(crop.entropy, 1 / factor))}}
  const {width, height} = toWhole(scaleBy(crop, 1 / factor))
  return {
    ...plan,
    scaled,
    crop: {
      width: Math.min(width, scaled.width),
      height: Math.min(height, scaled.height),
      left: clamp(Math.floor(crop.left / factor), 0, Math.max(0, scaled.width - width)),
      top: clamp(Math.floor(crop.top / factor), 0, Math.max(0, scaled.height - height)),
    },
  }
}
