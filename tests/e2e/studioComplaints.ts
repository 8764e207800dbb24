import type {ConsoleMessage, Page} from 'playwright-core'

/** Hosts that the Studio asks for something, which no configuration turns off; here none of them can be reached. */
const OUTSIDE_HOSTS: Readonly<Record<string, string>> = {
  'core.sanity-cdn.com': 'the bridge to Sanity’s dashboard',
  'design-system-static.sanity.io': 'a font',
  'studio-static.sanity.io': 'a font',
  'sanity-cdn.com': 'whether there is a newer version',
  'api.sanity.io': 'a report of errors',
}

const ALLOWED_MESSAGES: readonly RegExp[] = [
  // What the Studio prints of its own when such an attempt has failed.
  /^Failed to fetch version for package/,
  // A page that is being left says so to the others on a socket which the browser may have closed by then.
  /^WebSocket is already in CLOSING or CLOSED state/,
]

/** What the browser prints while a lake cannot be reached, and what the Studio prints of that. */
const WHILE_AWAY: readonly RegExp[] = [
  /net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)/,
]

/** What went wrong in a page, as its console and its exceptions say it. */
export interface Complaints {
  /** Takes what was complained of so far, without the attempts to reach hosts outside. */
  take(options?: {lakeWasAway?: boolean}): string[]
}

/** Collects the errors that a page prints and the exceptions that nobody caught. */
export function collectComplaints(page: Page): Complaints {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAllowed(message)) {
      const {url} = message.location()
      complaints.push(url ? `${message.text()} (${url})` : message.text())
    }
  })
  return {
    take: ({lakeWasAway = false} = {}) => {
      const taken = complaints.splice(0)
      return lakeWasAway ? taken.filter((text) => !WHILE_AWAY.some((known) => known.test(text))) : taken
    },
  }
}

/** Fails when the Studio complained in one of the pages. */
export function expectNoComplaints(pages: readonly {complaints: Complaints}[]): void {
  const taken = pages.flatMap(({complaints}) => complaints.take())
  if (taken.length > 0) throw new Error(`The Studio complained:\n${taken.join('\n')}`)
}

function isAllowed(message: ConsoleMessage): boolean {
  const {url} = message.location()
  const isAttempt =
    message.text().includes('net::ERR_NAME_NOT_RESOLVED') &&
    URL.canParse(url) &&
    Object.hasOwn(OUTSIDE_HOSTS, new URL(url).hostname)
  return isAttempt || ALLOWED_MESSAGES.some((known) => known.test(message.text()))
}
