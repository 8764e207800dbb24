// Kept beside the request, which is all that a route is given.
const connections = new WeakMap<Request, () => void>()

/** Notes how the connection of a request is broken off. */
export function noteConnection(request: Request, cut: () => void): void {
  connections.set(request, cut)
}

/** What breaks off the connection of a request; undefined for one that came without a socket. */
export function connectionOf(request: Request): (() => void) | undefined {
  return connections.get(request)
}
