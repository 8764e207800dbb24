// RFC 7239 and RFC 9110, and what proxies sent before and still send.
const FORWARDING = /^(forwarded|via|x-real-ip|x-forwarded-.+)$/

/** True for a request that says by a header that somebody passes it on: it may come from anywhere. */
export function isForwarded(headerNames: Iterable<string>): boolean {
  return [...headerNames].some((name) => FORWARDING.test(name.toLowerCase()))
}
