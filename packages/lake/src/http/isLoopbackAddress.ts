import ipaddr from 'ipaddr.js'

/** True for addresses to listen on that only this machine can reach. */
export function isLoopbackAddress(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
}
