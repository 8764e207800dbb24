import {randomBytes} from 'node:crypto'

/** What an editor looks at: `drafts`, `published`, or ids of releases, topmost first. */
export type PreviewPerspective = 'drafts' | 'published' | readonly string[]

interface Session {
  readonly perspective: PreviewPerspective
  readonly endsAt: number
}

const LIFETIME_MS = 12 * 60 * 60 * 1000
const MAX_SESSIONS = 1000
const NAME = /^[\w-]{1,128}$/u

/** Remembers which browsers may see drafts. A session is known by a random id alone, which nobody can guess or make. */
export class PreviewSessions {
  readonly #sessions = new Map<string, Session>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Opens a session and gives its id. */
  open(perspective: PreviewPerspective): string {
    for (const [id, {endsAt}] of this.#sessions) {
      if (endsAt > this.#now().getTime() && this.#sessions.size < MAX_SESSIONS) break
      this.#sessions.delete(id)
    }
    const id = randomBytes(24).toString('base64url')
    this.#sessions.set(id, {perspective, endsAt: this.#now().getTime() + LIFETIME_MS})
    return id
  }

  /** What a session shows; undefined when there is none, or no longer. */
  find(id: string | undefined): PreviewPerspective | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id)
    return session && session.endsAt > this.#now().getTime() ? session.perspective : undefined
  }

  /** Changes what a session shows. */
  change(id: string, perspective: PreviewPerspective): void {
    const session = this.#sessions.get(id)
    if (session) this.#sessions.set(id, {...session, perspective})
  }

  close(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(id)
  }
}

/** Reads a perspective as the Studio sends it, names separated by commas; anything that is none shows drafts. */
export function parsePerspective(text: string): PreviewPerspective {
  const names = text.split(',').filter((name) => NAME.test(name))
  const [first = 'drafts'] = names
  if (names.length > 1) return names
  if (first === 'published') return 'published'
  return first === 'drafts' || first === 'previewDrafts' || first === 'raw' ? 'drafts' : [first]
}
