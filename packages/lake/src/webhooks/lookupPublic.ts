import {lookup} from 'node:dns'
import type {LookupFunction} from 'node:net'
import ipaddr from 'ipaddr.js'

/** A webhook's host is, or resolves to, an address of this machine or of a private network. */
export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(
      `${host} is ${address}, an address of this machine or of a private network: start the lake with --allow-private-webhooks if it may be asked.`,
    )
    this.name = 'PrivateAddressError'
  }
}

/** True for addresses that anybody on the internet would reach; IPv4 inside IPv6 counts as the IPv4 it is. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/**
 * Resolves a host name, and refuses it when any of its addresses is not public. The connection is made to the very
 * address that was looked at, so that a name cannot change its mind in between (DNS rebinding).
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, {...options, all: true}, (error, addresses) => {
    if (error) return callback(error, [])
    const refused = addresses.find(({address}) => !isPublicAddress(address))
    if (refused) return callback(new PrivateAddressError(hostname, refused.address), [])
    if (options.all) return callback(null, addresses)
    const [first] = addresses
    return first
      ? callback(null, first.address, first.family)
      : callback(new Error(`${hostname} has no address.`), [])
  })
}

/**
 * Checks a host that is an address already: those are connected to without being looked up.
 * @throws PrivateAddressError
 */
export function assertPublicHost(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(address) && !isPublicAddress(address)) throw new PrivateAddressError(hostname, address)
}
