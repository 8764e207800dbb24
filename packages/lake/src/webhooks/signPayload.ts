import {createHmac} from 'node:crypto'

/** The header that carries the signature. */
export const SIGNATURE_HEADER = 'sanity-webhook-signature'

/**
 * Signs a body as Sanity does: HMAC-SHA256 over "<timestamp>.<body>", in base64url
 * (Sanity docs, GROQ-powered webhooks, "Secret"; `@sanity/webhook` verifies it).
 * @param timestampMs - milliseconds since 1970
 * @example
 * ```ts
 * signPayload('{"_id":"a"}', 'secret', 1700000000000) // 't=1700000000000,v1=…'
 * ```
 */
export function signPayload(body: string, secret: string, timestampMs: number): string {
  const signature = createHmac('sha256', secret).update(`${timestampMs}.${body}`).digest('base64url')
  return `t=${timestampMs},v1=${signature}`
}
