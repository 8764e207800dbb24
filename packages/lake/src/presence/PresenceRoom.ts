/** What the Studio is told of others, as its client reads it. */
export type PresenceEvent =
  | {type: 'state'; i: string; m: {sessionId: string; locations: readonly unknown[]}}
  | {type: 'rollCall'; i: string; session: string}
  | {type: 'disconnect'; i: string; m: {session: string}}

// A Studio announces one for each of its windows.
const MAX_SESSIONS = 64

/** One connection to a room. */
export type Participant = {
  userId: string
  send(event: PresenceEvent): void
}

/** Who is where in one dataset. Nothing is stored: those who join ask the others by roll call. */
export class PresenceRoom {
  readonly #sessions = new Map<Participant, Set<string>>()

  join(participant: Participant): void {
    this.#sessions.set(participant, new Set())
  }

  /** Ends a connection; the others hear that its sessions are gone. */
  leave(participant: Participant): void {
    const sessions = this.#sessions.get(participant) ?? []
    this.#sessions.delete(participant)
    for (const session of sessions)
      this.#tellOthers(participant, {type: 'disconnect', i: participant.userId, m: {session}})
  }

  /** Whether it was told to the others: one participant has so many sessions and no more. */
  announce(participant: Participant, sessionId: string, locations: readonly unknown[]): boolean {
    const sessions = this.#sessions.get(participant)
    if (!sessions || (sessions.size >= MAX_SESSIONS && !sessions.has(sessionId))) return false
    sessions.add(sessionId)
    this.#tellOthers(participant, {type: 'state', i: participant.userId, m: {sessionId, locations}})
    return true
  }

  rollCall(participant: Participant, session: string): void {
    this.#tellOthers(participant, {type: 'rollCall', i: participant.userId, session})
  }

  disconnect(participant: Participant, session: string): void {
    this.#sessions.get(participant)?.delete(session)
    this.#tellOthers(participant, {type: 'disconnect', i: participant.userId, m: {session}})
  }

  #tellOthers(sender: Participant, event: PresenceEvent): void {
    for (const other of this.#sessions.keys()) if (other !== sender) other.send(event)
  }
}
