import type {LiveEvent} from './liveEvent.ts'

/** What was heard since the newest read began: bounded, however many events come. */
export interface News {
  hear(event: Extract<LiveEvent, {readonly type: 'connected' | 'changed'}>): void
  /** Says that something may have changed, without an event. */
  doubt(): void
  /** Whether a result with these tags may have changed; one without tags may with every event. */
  concerns(tags: ReadonlySet<string>): boolean
  /** Forgets what was heard, and gives the id of the last event of it for the read that begins. */
  take(): string | null
}

// A change of more than this is taken for a change of everything.
const MAX_TAGS = 10_000

/** Gathers events between reads. */
export function createNews(): News {
  const changed = new Set<string>()
  let isAnything = false
  let hasEvent = false
  let lastEventId: string | null = null
  return {
    hear(event) {
      lastEventId = event.id ?? lastEventId
      hasEvent = true
      if (event.type === 'connected') isAnything = true
      else for (const tag of event.tags) changed.add(tag)
      if (changed.size > MAX_TAGS) isAnything = true
      if (isAnything) changed.clear()
    },
    doubt() {
      isAnything = true
    },
    concerns: (tags) =>
      isAnything || (tags.size === 0 ? hasEvent : [...tags].some((tag) => changed.has(tag))),
    take() {
      const id = lastEventId
      changed.clear()
      isAnything = false
      hasEvent = false
      lastEventId = null
      return id
    },
  }
}
