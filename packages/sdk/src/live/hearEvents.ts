import {createNews} from './createNews.ts'
import type {EventsRequest, FollowEvents, LiveEvent} from './liveEvent.ts'
import {spreadMs} from './retryDelayMs.ts'
import type {StatusTracker} from './trackStatus.ts'

/** What is heard of a source, for one reader who waits for it. */
export interface Hearing {
  /** Resolves when the source is being followed, connected or not. */
  readonly begun: Promise<void>
  /** Forgets what was heard, because a read begins; gives the id of the last event of it. */
  takeEventId(): string | null
  /**
   * Resolves when a result with these tags may have changed, or the signal fired.
   *
   * @throws what the source refused with
   */
  untilConcerned(tags: ReadonlySet<string>): Promise<void>
  /**
   * Waits, but no longer than until a connection stands: a source that is back can be read again.
   *
   * @throws what the source refused with
   */
  pause(ms: number): Promise<void>
}

/** How events are heard. */
export interface HearingOptions extends Omit<EventsRequest, 'tell'> {
  readonly events: FollowEvents
  readonly status: StatusTracker
}

// Of it half is fixed, half is drawn.
const POLL_MS = 40_000

/** Hears a source's events; while none can be heard, says now and then that something may have changed. */
export function hearEvents({events, status, ...request}: HearingOptions): Hearing {
  const {clock, random, signal} = request
  const news = createNews()
  let refusal: {readonly error: unknown} | null = null
  let wake: (() => void) | null = null
  let pausing = new AbortController()
  let polling: AbortController | null = null

  const poll = async ({signal: isEnough}: AbortController) => {
    while (!isEnough.aborted) {
      await clock.wait(spreadMs(POLL_MS, random), isEnough).catch(() => undefined)
      if (!isEnough.aborted) news.doubt()
      wake?.()
    }
  }
  const hear = (event: LiveEvent) => {
    switch (event.type) {
      case 'connected':
        polling?.abort()
        polling = null
        pausing.abort()
        news.hear(event)
        return status.connected()
      case 'changed':
        return news.hear(event)
      case 'lost':
        if (!polling) void poll((polling = new AbortController()))
        return status.lost(event.error)
      case 'refused':
        refusal = event
        pausing.abort()
    }
  }
  const tell = (event: LiveEvent) => {
    if (signal.aborted || refusal) return
    try {
      hear(event)
    } catch (error) {
      // A hook of the caller.
      refusal = {error}
    }
    wake?.()
  }
  const begun = new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      polling?.abort()
      pausing.abort()
      wake?.()
      resolve()
    })
    events({...request, tell}).then(resolve, reject)
  })
  return {
    begun,
    takeEventId: () => news.take(),
    async untilConcerned(tags) {
      for (;;) {
        if (refusal) throw refusal.error
        if (signal.aborted || news.concerns(tags)) return
        news.take()
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async pause(ms) {
      pausing = new AbortController()
      if (!signal.aborted && !refusal) await clock.wait(ms, pausing.signal).catch(() => undefined)
      if (refusal) throw refusal.error
    },
  }
}
