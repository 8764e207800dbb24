import sharp from 'sharp'
import {LakeError} from '../errors/LakeError.ts'
import type {Colour, ImageTransformation, OutputFormat} from './ImageTransformation.ts'
import {applyFilters, blurSigma, WIDEST_BLUR} from './applyFilters.ts'
import {encodeImage} from './encodeImage.ts'
import {addMargins, cutAndTurn, endStage, resize, type Source} from './pipelineSteps.ts'
import {rasterizeSvg} from './rasterizeSvg.ts'
import {outputSize, planImage, shrinkPlan, type ImagePlan} from './planImage.ts'

/** Limits of one rendering. */
export type RenderLimits = {
  /** Pixels of the original, all frames together. */
  maxInputPixels: number
  /** Pixels of the answer, all frames together. */
  maxOutputPixels: number
  timeoutMs: number
}

function secondsOf({timeoutMs}: RenderLimits): {seconds: number} {
  return {seconds: Math.ceil(timeoutMs / 1000)}
}

const white: Colour = {r: 255, g: 255, b: 255, alpha: 1}
const clear: Colour = {r: 0, g: 0, b: 0, alpha: 0}

function keepsFrames(asked: ImageTransformation, format: OutputFormat): boolean {
  // Frames cannot be turned or mirrored top to bottom: such a picture stands still.
  const turned = asked.orientation !== 0 || asked.flipVertical
  return (format === 'gif' || format === 'webp') && !asked.firstFrame && !turned
}

async function openSource(
  bytes: Buffer,
  asked: ImageTransformation,
  format: OutputFormat,
  limits: RenderLimits,
) {
  const options = {limitInputPixels: limits.maxInputPixels, animated: keepsFrames(asked, format)}
  const info = await sharp(bytes, options).metadata()
  const pages = info.pages ?? 1
  const source: Source = {
    upright: sharp(bytes, options).timeout(secondsOf(limits)).autoOrient(),
    width: info.autoOrient.width,
    height: pages > 1 ? (info.pageHeight ?? info.autoOrient.height) : info.autoOrient.height,
    pages,
    density: info.format === 'svg' ? (info.density ?? 72) : undefined,
  }
  return source
}

function checkOutput(plan: ImagePlan, pages: number, padding: number, {maxOutputPixels}: RenderLimits): void {
  const {width, height} = plan.canvas ?? plan.scaled
  const padded = (width + 2 * padding) * (height + 2 * padding)
  const pixels = Math.max(padded, plan.scaled.width * plan.scaled.height) * pages
  if (pixels <= maxOutputPixels) return
  throw new LakeError(
    'badRequest',
    `The picture asked for has ${pixels} pixels, more than ${maxOutputPixels}. Ask for a smaller w, h or dpr.`,
  )
}

function toLakeError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LakeError) return error
  if (error.message.startsWith('timeout')) {
    return new LakeError('badRequest', 'The picture takes too long to make. Ask for a smaller one.', {
      cause: error,
    })
  }
  if (error.message.includes('exceeds pixel limit')) {
    return new LakeError(
      'tooLarge',
      'The image has too many pixels to transform. Raise the limit with the option maxImagePixels or --max-image-pixels.',
      {
        cause: error,
      },
    )
  }
  return error
}

async function render(bytes: Buffer, asked: ImageTransformation, format: OutputFormat, limits: RenderLimits) {
  let source = await openSource(bytes, asked, format, limits)
  // Looking for the busiest part works on one picture alone.
  const crop =
    source.pages > 1 && asked.crop.by === 'entropy' ? {...asked.crop, by: 'center' as const} : asked.crop
  const plan = planImage(source, {...asked, crop})
  const padding = Math.round((asked.padding ?? 0) * asked.dpr)
  checkOutput(plan, source.pages, padding, limits)
  const growth = plan.scaled.width / plan.source.width
  if (source.density !== undefined) {
    // A drawing is drawn at the size asked for, not enlarged.
    const grows = growth > 1 && asked.rect === undefined
    const png = await rasterizeSvg(bytes, {
      density: grows ? Math.min(source.density * growth, 4800) : source.density,
      pixels: Math.max(plan.scaled.width * plan.scaled.height, source.width * source.height),
      maxPixels: grows ? limits.maxOutputPixels * 2 : limits.maxInputPixels,
      timeoutMs: limits.timeoutMs,
    })
    source = {...source, upright: sharp(png).timeout(secondsOf(limits))}
  }
  const opaque = format === 'jpg' || format === 'pjpg'
  const {background} = asked
  const margin = background ?? (opaque ? white : clear)
  const sigma = blurSigma(asked)
  const shrink = source.pages > 1 ? 1 : Math.max(1, sigma / WIDEST_BLUR)
  const small = resize(await cutAndTurn(source, plan, asked), shrinkPlan(plan, shrink))
  let image = applyFilters(small, asked, Math.min(sigma, WIDEST_BLUR))
  if (shrink > 1) image = (await endStage(image)).resize({...outputSize(plan), fit: 'fill', kernel: 'cubic'})
  if (opaque || background?.alpha === 1) image = image.flatten({background: background ?? white})
  image = addMargins(image, plan, padding, opaque ? {...margin, alpha: 1} : margin)
  const {width, height} = plan.canvas ?? outputSize(plan)
  return encodeImage(image, {format, quality: asked.quality, pixels: width * height}).toBuffer()
}

/**
 * Renders an image as the public image API describes its parameters; metadata of the original is left out.
 *
 * @throws LakeError `badRequest` when more pixels are asked for than allowed, `tooLarge` when the original has too many.
 * @example
 * ```ts
 * const webp = await renderImage(original, {...transformation, width: 400}, 'webp', limits)
 * ```
 */
export async function renderImage(
  bytes: Buffer,
  asked: ImageTransformation,
  format: OutputFormat,
  limits: RenderLimits,
): Promise<Buffer> {
  try {
    return await render(bytes, asked, format, limits)
  } catch (error) {
    throw toLakeError(error)
  }
}
