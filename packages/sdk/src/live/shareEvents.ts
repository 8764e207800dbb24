import type {EventsRequest, LiveEvent} from './liveEvent.ts'

/**
 * Lets any number of followers share one connection, which is made for the first and closed with the last: a browser
 * opens few to a host.
 */
export function shareEvents(follow: (request: EventsRequest) => void): (request: EventsRequest) => void {
  const followers = new Set<EventsRequest>()
  let shared = new AbortController()
  let state: LiveEvent | null = null
  const close = () => {
    followers.clear()
    shared.abort()
    state = null
  }
  const tell = (event: LiveEvent) => {
    // Whoever comes later is told how things stand, and of no event that was before.
    if (event.type === 'connected') state = {type: 'connected', id: null}
    if (event.type === 'lost') state = event
    const hearers = [...followers]
    if (event.type === 'refused') close()
    for (const hearer of hearers) hearer.tell(event)
  }
  return (request) => {
    const {signal} = request
    if (signal.aborted) return
    followers.add(request)
    signal.addEventListener('abort', () => {
      if (followers.delete(request) && followers.size === 0) close()
    })
    if (followers.size === 1) {
      shared = new AbortController()
      follow({...request, signal: shared.signal, tell})
    } else if (state) request.tell(state)
  }
}
