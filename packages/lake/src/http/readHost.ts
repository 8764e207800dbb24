// A name or an address and perhaps a port: nothing that an address parser could read in another way.
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i

const NAMES = new Set(['host', ':authority'])

/**
 * The host name that a request is for, from its one Host header, or `:authority` in HTTP/2; undefined when it has none, two, or something else
 * there. An absolute address in the request line does not replace it: both are checked.
 */
export function readHost({rawHeaders}: {rawHeaders: readonly string[]}): string | undefined {
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && NAMES.has(rawHeaders[index - 1]?.toLowerCase() ?? ''),
  )
  const [host = ''] = hosts
  return hosts.length === 1 ? HOST.exec(host)?.[1]?.toLowerCase() : undefined
}
