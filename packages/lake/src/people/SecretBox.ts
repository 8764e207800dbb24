import {randomBytes} from 'node:crypto'

/** Hands out secrets that are good once and for a while; what they stand for is kept in memory. */
export type SecretBox<Content> = {
  issue(content: Content): string
  /** What the secret stands for, which it then no longer does. */
  redeem(secret: string): Content | undefined
}

/** Old secrets make room for new ones, so that nobody fills the memory by asking for them. */
const MAX_SECRETS = 1000

/** Makes a box of secrets that live for `lifetimeMs`. */
export function createSecretBox<Content>(lifetimeMs: number, clock: () => Date): SecretBox<Content> {
  const held = new Map<string, {content: Content; expiresAt: number}>()
  return {
    issue(content) {
      const oldest = held.keys().next().value
      if (oldest !== undefined && held.size >= MAX_SECRETS) held.delete(oldest)
      const secret = randomBytes(24).toString('base64url')
      held.set(secret, {content, expiresAt: clock().getTime() + lifetimeMs})
      return secret
    },
    redeem(secret) {
      const found = held.get(secret)
      held.delete(secret)
      return found && found.expiresAt >= clock().getTime() ? found.content : undefined
    },
  }
}
