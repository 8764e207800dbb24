import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {buffer} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {LakeError} from '../errors/LakeError.ts'

/** How fine a drawing is drawn (72 is the size it names), how many pixels it may have, and how long it may take. */
export type RasterOptions = {density: number; maxPixels: number; timeoutMs: number}

/**
 * Draws an SVG as PNG, in a process of its own: a few bytes of drawing can ask for more work than there is time for, and
 * nothing stops a decoder that has begun.
 * @throws LakeError `badRequest` when it takes too long or cannot be drawn.
 */
export async function rasterizeSvg(
  svg: Buffer,
  {density, maxPixels, timeoutMs}: RasterOptions,
): Promise<Buffer> {
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
