import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {buffer} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import sharp from 'sharp'
import {LakeError} from '../errors/LakeError.ts'

/**
 * How fine a drawing is drawn (72 is the size it names), how many pixels that is about, how many there may be, and how
 * long it may take.
 */
export type RasterOptions = {density: number; pixels: number; maxPixels: number; timeoutMs: number}

// A short drawing of few pixels that repeats nothing is drawn at once: what it can ask for is bounded by its length.
const MAX_CHEAP_BYTES = 16_384
const MAX_CHEAP_PIXELS = 1_000_000
const REPEATS =
  /<!|<\?xml-|[<:](use|symbol|pattern|marker|mask|filter|clippath|image|text|style|foreignobject)|dash/i

/**
 * Draws an SVG as PNG, in a process of its own: a few bytes of drawing can ask for more work than there is time for, and
 * nothing stops a decoder that has begun.
 * @throws LakeError `badRequest` when it takes too long or cannot be drawn.
 */
export async function rasterizeSvg(
  svg: Buffer,
  {density, pixels, maxPixels, timeoutMs}: RasterOptions,
): Promise<Buffer> {
  if (pixels <= MAX_CHEAP_PIXELS && svg.length <= MAX_CHEAP_BYTES && !REPEATS.test(svg.toString('latin1')))
    return sharp(svg, {density: Math.max(1, density), limitInputPixels: maxPixels})
      .png()
      .toBuffer()
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const script = fileURLToPath(new URL(`./rasterizeSvgProcess.${extension}`, import.meta.url))
  const child = spawn(process.execPath, [script, String(Math.max(1, density)), String(maxPixels)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    env: withoutSecrets(process.env),
  })
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined)
  child.stdin.end(svg)
  const [bytes, ended] = await Promise.all([buffer(child.stdout), once(child, 'close')])
  const [code, signal]: unknown[] = ended
  if (signal !== null) {
    throw new LakeError(
      'badRequest',
      `Invalid image: the drawing takes longer than ${timeoutMs} ms to draw (option renderTimeoutMs or --render-timeout-ms). Simplify it.`,
    )
  }
  if (code !== 0 || bytes.length === 0)
    throw new LakeError('badRequest', 'Invalid image: the drawing cannot be drawn.')
  return bytes
}

function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => name !== 'NODE_OPTIONS' && !/^LAKE_|TOKEN|SECRET/.test(name),
  )
  return Object.fromEntries(kept)
}
