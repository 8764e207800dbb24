import sharp, {type Sharp} from 'sharp'
import type {Colour, ImageTransformation} from './ImageTransformation.ts'
import type {ImagePlan} from './planImage.ts'

/** An opened image: upright, with the size of one frame. */
export type Source = {
  upright: Sharp
  width: number
  height: number
  pages: number
  density: number | undefined
}

/** Sharp turns, flips and resizes in an order of its own; a stage ends where the API's order differs. */
export async function endStage(image: Sharp): Promise<Sharp> {
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  return sharp(data, {raw: {width: info.width, height: info.height, channels: info.channels}})
}

/** Cuts out the rectangle and turns the picture, in the order of the API. */
export async function cutAndTurn(
  source: Source,
  plan: ImagePlan,
  asked: ImageTransformation,
): Promise<Sharp> {
  const whole = plan.source.width === source.width && plan.source.height === source.height
  let image = whole ? source.upright : source.upright.extract(plan.source)
  if (asked.orientation !== 0) image = (await endStage(image)).rotate(asked.orientation)
  if (!asked.flipHorizontal && !asked.flipVertical) return asked.orientation === 0 ? image : endStage(image)
  if (source.pages > 1) return image.flop()
  image = await endStage(image)
  return endStage(image.flip(asked.flipVertical).flop(asked.flipHorizontal))
}

/** Scales, and cuts what does not fit. */
export function resize(image: Sharp, plan: ImagePlan): Sharp {
  const {crop, scaled} = plan
  if (crop === null) return image.resize({...scaled, fit: 'fill'})
  if ('entropy' in crop)
    return image.resize({...crop.entropy, fit: 'cover', position: sharp.strategy.entropy})
  return image.resize({...scaled, fit: 'fill'}).extract(crop)
}

/** Puts the picture on its canvas, with padding around. */
export function addMargins(image: Sharp, plan: ImagePlan, padding: number, background: Colour): Sharp {
  const spare = {
    x: (plan.canvas?.width ?? plan.scaled.width) - plan.scaled.width,
    y: (plan.canvas?.height ?? plan.scaled.height) - plan.scaled.height,
  }
  if (plan.canvas === null && padding === 0) return image
  const [left, top] = [Math.floor(spare.x / 2) + padding, Math.floor(spare.y / 2) + padding]
  const [right, bottom] = [Math.ceil(spare.x / 2) + padding, Math.ceil(spare.y / 2) + padding]
  return image.extend({left, top, right, bottom, background})
}
