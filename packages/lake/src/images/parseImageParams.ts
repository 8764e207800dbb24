import {LakeError} from '../errors/LakeError.ts'
import {
  fits,
  outputFormats,
  type Colour,
  type CropMode,
  type ImageFit,
  type ImageTransformation,
  type OutputFormat,
} from './ImageTransformation.ts'

function refuse(name: string, value: string, expected: string): never {
  throw new LakeError('badRequest', `The image parameter ${name}=${value} is not usable: ${expected}.`)
}

/** The longest side that a parameter may ask for; a limit of its own comes with the rendering. */
const MAX_SIDE = 16_384

function readNumber(params: URLSearchParams, name: string, min: number, max: number): number | undefined {
  const text = params.get(name)
  if (text === null || text === '') return undefined
  const value = Number(text)
  if (!Number.isFinite(value) || value < min || value > max)
    refuse(name, text, `give a number from ${min} to ${max}`)
  return value
}

function readSide(params: URLSearchParams, name: string): number | undefined {
  const value = readNumber(params, name, 1, MAX_SIDE)
  return value === undefined ? undefined : Math.round(value)
}

function isFit(value: string): value is ImageFit {
  return fits.some((fit) => fit === value)
}

function isOutputFormat(value: string): value is OutputFormat {
  return outputFormats.some((format) => format === value)
}

function readFit(params: URLSearchParams): ImageFit {
  const value = params.get('fit') ?? 'clip'
  return isFit(value) ? value : refuse('fit', value, `choose one of ${fits.join(', ')}`)
}

function readFormat(params: URLSearchParams): OutputFormat | undefined {
  const value = params.get('fm')
  if (value === null || value === '') return undefined
  if (value === 'jpeg') return 'jpg'
  return isOutputFormat(value) ? value : refuse('fm', value, `choose one of ${outputFormats.join(', ')}`)
}

function readCrop(params: URLSearchParams): CropMode {
  const value = params.get('crop') ?? ''
  const crop: CropMode = {horizontal: 'center', vertical: 'center', by: 'center'}
  for (const word of value.split(',').filter((part) => part !== '')) {
    if (word === 'left' || word === 'right') crop.horizontal = word
    else if (word === 'top' || word === 'bottom') crop.vertical = word
    else if (word === 'entropy' || word === 'focalpoint') crop.by = word
    else if (word !== 'center') {
      refuse('crop', value, 'combine top, bottom, left, right, or choose one of center, focalpoint, entropy')
    }
  }
  return crop
}

function readRect(params: URLSearchParams): ImageTransformation['rect'] {
  const text = params.get('rect')
  if (text === null || text === '') return undefined
  const [left, top, width, height, ...rest] = text.split(',').map(Number)
  const numbers = [left, top, width, height].every((value) => value !== undefined && Number.isFinite(value))
  if (!numbers || rest.length > 0 || left === undefined || top === undefined || !width || !height) {
    return refuse('rect', text, 'give left,top,width,height in pixels of the original')
  }
  if (left < 0 || top < 0 || width < 1 || height < 1)
    refuse('rect', text, 'none may be negative, no side empty')
  return {left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height)}
}

// "RGB, ARGB, RRGGBB or AARRGGBB", as the public API writes colours.
function readColour(params: URLSearchParams): Colour | undefined {
  const text = params.get('bg')?.replace(/^#/, '')
  if (!text) return undefined
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) {
    refuse('bg', text, 'write the colour as rgb, argb, rrggbb or aarrggbb in hexadecimal digits')
  }
  const long = text.length <= 4 ? text.replaceAll(/./g, '$&$&') : text
  const [alpha, red, green, blue] = (long.length === 6 ? `ff${long}` : long)
    .match(/../g)
    ?.map((pair) => Number.parseInt(pair, 16)) ?? [255, 0, 0, 0]
  return {r: red ?? 0, g: green ?? 0, b: blue ?? 0, alpha: (alpha ?? 255) / 255}
}

function readOrientation(params: URLSearchParams): ImageTransformation['orientation'] {
  const text = params.get('or') ?? '0'
  const value = Number(text)
  if (value === 0 || value === 90 || value === 180 || value === 270) return value
  return refuse('or', text, 'choose 0, 90, 180 or 270 degrees')
}

function readFocalPoint(params: URLSearchParams): ImageTransformation['focalPoint'] {
  const x = readNumber(params, 'fp-x', 0, 1)
  const y = readNumber(params, 'fp-y', 0, 1)
  return x === undefined && y === undefined ? undefined : {x: x ?? 0.5, y: y ?? 0.5}
}

function isYes(params: URLSearchParams, name: string): boolean {
  const value = params.get(name)
  return value !== null && value !== 'false' && value !== '0'
}

/** Names that change nothing in the picture: how it is delivered, and what the client adds for itself. */
const delivery: ReadonlySet<string> = new Set(['dl', 'dlRaw', 'tag', 'v', 'token'])

/**
 * Reads the parameters of the public image API; null when none asks for a transformation, so that the original is
 * served byte for byte.
 *
 * @throws LakeError `badRequest` naming the parameter and what it may hold.
 * @example
 * ```ts
 * parseImageParams(new URLSearchParams('w=200&fit=crop')) // {width: 200, fit: 'crop', …}
 * ```
 */
export function parseImageParams(params: URLSearchParams): ImageTransformation | null {
  if (isYes(params, 'dlRaw') || [...params.keys()].every((name) => delivery.has(name))) return null
  const flip = params.get('flip') ?? ''
  if (!/^[hv]{0,2}$/.test(flip)) refuse('flip', flip, 'choose h, v or hv')
  return {
    width: readSide(params, 'w'),
    height: readSide(params, 'h'),
    minWidth: readSide(params, 'min-w'),
    minHeight: readSide(params, 'min-h'),
    maxWidth: readSide(params, 'max-w'),
    maxHeight: readSide(params, 'max-h'),
    focalPoint: readFocalPoint(params),
    rect: readRect(params),
    format: readFormat(params),
    quality: readNumber(params, 'q', 0, 100),
    blur: readNumber(params, 'blur', 0, 2000) || undefined,
    sharpen: readNumber(params, 'sharp', 0, 100) || undefined,
    saturation: readNumber(params, 'sat', -100, 100) || undefined,
    background: readColour(params),
    padding: readNumber(params, 'pad', 0, 1000) || undefined,
    fit: readFit(params),
    crop: readCrop(params),
    dpr: readNumber(params, 'dpr', 0.1, 3) ?? 1,
    autoFormat: (params.get('auto') ?? '').split(',').includes('format'),
    invert: isYes(params, 'invert'),
    flipHorizontal: flip.includes('h'),
    flipVertical: flip.includes('v'),
    orientation: readOrientation(params),
    firstFrame: params.has('frame'),
  }
}
