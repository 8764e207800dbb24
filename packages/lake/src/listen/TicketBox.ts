import {randomBytes} from 'node:crypto'

type Held<Content> = {content: Content; expiresAt: number}

const LIFETIME_MS = 30_000
const MAX_TICKETS = 10_000

/** Hands out tickets that are good once and for half a minute: they carry who asked across a redirect. */
export class TicketBox<Content = unknown> {
  readonly #held = new Map<string, Held<Content>>()
  readonly #clock: () => number

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  issue(content: Content): string {
    this.#sweep()
    const ticket = randomBytes(18).toString('base64url')
    this.#held.set(ticket, {content, expiresAt: this.#clock() + LIFETIME_MS})
    return ticket
  }

  /** True when a ticket would be accepted, without using it up: a preflight comes before the request itself. */
  isValid(ticket: string): boolean {
    const held = this.#held.get(ticket)
    return held !== undefined && held.expiresAt >= this.#clock()
  }

  redeem(ticket: string): Content | undefined {
    const held = this.#held.get(ticket)
    this.#held.delete(ticket)
    return held && held.expiresAt >= this.#clock() ? held.content : undefined
  }

  #sweep(): void {
    const now = this.#clock()
    for (const [ticket, {expiresAt}] of this.#held) {
      if (expiresAt >= now && this.#held.size < MAX_TICKETS) return
      this.#held.delete(ticket)
    }
  }
}
