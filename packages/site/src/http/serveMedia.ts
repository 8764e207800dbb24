import type {Context} from 'hono'
import {MEDIA_FILE} from './mediaUrl.ts'

const PARAMETERS = new Set(['w', 'h', 'fit', 'rect', 'q', 'auto', 'crop', 'fp-x', 'fp-y'])
const VALUE = /^[\w.,-]{1,40}$/u
const TIMEOUT_MS = 15_000

/**
 * Passes a picture on from the Content Lake. Only names and parameters of its image pipeline go through, so
 * that this is no way to reach anything else.
 */
export async function serveMedia(
  context: Context,
  {
    imageBaseUrl,
    fetch: fetchImage = fetch,
  }: {imageBaseUrl?: string | undefined; fetch?: typeof fetch | undefined},
): Promise<Response> {
  const source =
    imageBaseUrl && sourceAddress(context.req.param('file') ?? '', new URL(context.req.url), imageBaseUrl)
  if (!source) return context.notFound()
  const response = await fetchImage(source, {
    headers: {accept: context.req.header('accept') ?? 'image/*'},
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 404) return context.notFound()
  if (!response.ok || !type.startsWith('image/')) return context.text('The picture cannot be had now.', 502)
  return new Response(response.body, {
    headers: {
      'content-type': type,
      // A file's name is the hash of what is in it.
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      vary: 'accept',
    },
  })
}

function sourceAddress(file: string, {searchParams}: URL, base: string): string | null {
  if (!MEDIA_FILE.test(file)) return null
  for (const [name, value] of searchParams) if (!PARAMETERS.has(name) || !VALUE.test(value)) return null
  const query = searchParams.toString()
  return `${base.replace(/\/+$/u, '')}/${file}${query === '' ? '' : `?${query}`}`
}
