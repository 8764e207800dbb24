import {isPassive} from './contentType.ts'
import {parseRange, type ByteRange} from './parseRange.ts'
import {problemResponse} from './problemResponse.ts'

/** Bytes to send, and how to call them. */
export type ServedBytes = {
  sizeBytes: number
  /** Without quotes. */
  etag: string
  contentType: string
  /** Send as a file to save under this name. */
  downloadAs: string | undefined
  /** Where it is no picture, what could run code is only ever saved. */
  isPicture: boolean
  /** The answer depends on what the client accepts. */
  variesByAccept: boolean
  body(range: ByteRange): Promise<ReadableStream<Uint8Array>> | Uint8Array<ArrayBuffer>
}

/** RFC 6266: a plain name for old clients, the real one percent-encoded. */
function toDisposition(filename: string): string {
  const plain = filename.replaceAll(/[^\w.() -]/g, '_')
  const encoded = encodeURIComponent(filename).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function toHeaders(served: ServedBytes): Record<string, string> {
  const {contentType} = served
  return {
    'content-type': contentType,
    etag: `"${served.etag}"`,
    // The name is the hash of the content: it can never mean anything else.
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    // Pages of other origins show these pictures: the Studio, the site.
    'cross-origin-resource-policy': 'cross-origin',
    ...(isPassive(contentType)
      ? {}
      : {'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox"}),
    ...(served.variesByAccept ? {vary: 'Accept'} : {}),
    ...(served.downloadAs === undefined ? {} : {'content-disposition': toDisposition(served.downloadAs)}),
    ...(served.downloadAs === undefined && !served.isPicture && !isPassive(contentType)
      ? {'content-disposition': 'attachment'}
      : {}),
  }
}

function isSame(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.split(',').some((one) => [`"${etag}"`, '*'].includes(one.trim().replace(/^W\//, '')))
}

/** Answers a GET or HEAD with bytes that never change: conditional requests, one range, safe headers. */
export async function serveBytes(request: Request, served: ServedBytes): Promise<Response> {
  const headers = toHeaders(served)
  if (isSame(request.headers.get('if-none-match'), served.etag))
    return new Response(null, {status: 304, headers})
  const ifRange = request.headers.get('if-range')
  const applies = ifRange === null || ifRange === `"${served.etag}"`
  const range = applies ? parseRange(request.headers.get('range') ?? undefined, served.sizeBytes) : null
  if (range === 'unsatisfiable') {
    return problemResponse(416, `The range lies outside of the ${served.sizeBytes} bytes of this asset.`, {
      'content-range': `bytes */${served.sizeBytes}`,
    })
  }
  const {start, end} = range ?? {start: 0, end: served.sizeBytes}
  const body = request.method === 'HEAD' ? null : await served.body({start, end})
  const length = {'content-length': String(end - start)}
  if (range === null) return new Response(body, {headers: {...headers, ...length}})
  const contentRange = {'content-range': `bytes ${start}-${end - 1}/${served.sizeBytes}`}
  return new Response(body, {status: 206, headers: {...headers, ...length, ...contentRange}})
}
