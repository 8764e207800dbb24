import {ANONYMOUS} from './Viewer.ts'
import type {Viewer} from './Viewer.ts'

type Watched = {viewer: Viewer; mayStay: () => boolean; end: () => void}

// How long a stream may outlive the access that it was opened with.
const CHECK_MS = 1000

/**
 * Knows by which token somebody was let in, and ends what they hold open once it stands for somebody else or nobody:
 * tokens are revoked by a command in another process, so nobody tells.
 */
export class AccessWatch {
  readonly #identify: (token: string) => Viewer | undefined
  // Beside the viewers, not in them: what is written down of a viewer must not hold the token.
  readonly #tokens = new WeakMap<Viewer, string>()
  readonly #watched = new Set<Watched>()
  readonly #timer: NodeJS.Timeout

  constructor(identify: (token: string) => Viewer | undefined, checkMs = CHECK_MS) {
    this.#identify = identify
    this.#timer = setInterval(() => this.check(), checkMs)
    this.#timer.unref()
  }

  /** Who a token stands for; nobody known without one or with one that stands for nobody. */
  identify(token: string | undefined): Viewer {
    const viewer = token === undefined ? undefined : this.#identify(token)
    if (token === undefined || !viewer) return ANONYMOUS
    this.#tokens.set(viewer, token)
    return viewer
  }

  /** Whether the token somebody came with still stands for the same person in the same role. */
  isCurrent(viewer: Viewer): boolean {
    const token = this.#tokens.get(viewer)
    return token === undefined || isSame(viewer, this.#identify(token))
  }

  /**
   * Ends something once its holder's token no longer holds, or `mayStay` says no.
   * @returns what to call when it has ended by itself.
   */
  watch(viewer: Viewer, mayStay: () => boolean, end: () => void): () => void {
    const watched = {viewer, mayStay, end}
    this.#watched.add(watched)
    return () => this.#watched.delete(watched)
  }

  /** Checks everything that is open, each token once. */
  check(): void {
    const known = new Map<string, Viewer | undefined>()
    for (const {viewer, mayStay, end} of this.#watched) {
      const token = this.#tokens.get(viewer)
      if (token !== undefined && !known.has(token)) known.set(token, this.#identify(token))
      const holds = token === undefined || isSame(viewer, known.get(token))
      if (!holds || !mayStay()) end()
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }
}

function isSame(left: Viewer, right: Viewer | undefined): boolean {
  return (
    left.kind === 'member' &&
    right?.kind === 'member' &&
    left.userId === right.userId &&
    left.role === right.role
  )
}
