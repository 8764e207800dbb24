import {request as requestHttp} from 'node:http'
import type {ClientRequest, IncomingMessage} from 'node:http'
import {request as requestHttps} from 'node:https'
import {assertPublicHost, lookupPublic, PrivateAddressError} from './lookupPublic.ts'
import type {WebhookMethod} from './Webhook.ts'

/** One request to a receiver. */
export type Delivery = {
  url: string
  method: WebhookMethod
  headers: Record<string, string>
  body: string
}

/** What came of it; `failureReason` in the words of Sanity's API. */
export type DeliveryResult =
  | {isFailure: false; resultCode: number; resultBody: string}
  | {
      isFailure: true
      failureReason: 'http'
      resultCode: number
      resultBody: string
      retryAfter: string | undefined
    }
  | {isFailure: true; failureReason: 'network' | 'timeout' | 'other'; resultBody: string}

export type DeliverOptions = {
  /** @defaultValue 30,000, as Sanity waits */
  timeoutMs: number
  /** Receivers on this machine and in private networks may be asked. */
  allowPrivate: boolean
  signal: AbortSignal
}

// Enough of an answer to see in the log what the receiver disliked.
const MAX_RESULT_BYTES = 4096

/** Sends one request, follows no redirect, and tells what came of it; never throws. */
export async function deliver(delivery: Delivery, options: DeliverOptions): Promise<DeliveryResult> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  try {
    return await send(delivery, options.allowPrivate, AbortSignal.any([timeout, options.signal]))
  } catch (error) {
    if (timeout.aborted) {
      return {
        isFailure: true,
        failureReason: 'timeout',
        resultBody: `No answer within ${options.timeoutMs} ms.`,
      }
    }
    const resultBody = error instanceof Error ? error.message : String(error)
    const isFinal = options.signal.aborted || error instanceof PrivateAddressError
    return {isFailure: true, failureReason: isFinal ? 'other' : 'network', resultBody}
  }
}

async function send(delivery: Delivery, allowPrivate: boolean, signal: AbortSignal): Promise<DeliveryResult> {
  const url = new URL(delivery.url)
  if (!allowPrivate) assertPublicHost(url.hostname)
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method: delivery.method,
    headers: {...delivery.headers, 'content-length': String(Buffer.byteLength(delivery.body))},
    signal,
    // A connection of its own: none is left behind that a later request could find closed.
    agent: false,
    ...(allowPrivate ? {} : {lookup: lookupPublic}),
  })
  const response = await responseOf(request, delivery.body)
  const resultBody = await readStart(response)
  const resultCode = response.statusCode ?? 0
  if (resultCode >= 200 && resultCode < 300) return {isFailure: false, resultCode, resultBody}
  const retryAfter = response.headers['retry-after']
  return {isFailure: true, failureReason: 'http', resultCode, resultBody, retryAfter}
}

function responseOf(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
    request.end(body)
  })
}

async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue
    chunks.push(chunk)
    size += chunk.length
    if (size >= MAX_RESULT_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MAX_RESULT_BYTES).toString('utf8')
}
