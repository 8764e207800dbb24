import {describe, expect, it} from 'vitest'
import {assertPublicHost, isPublicAddress, lookupPublic, PrivateAddressError} from './lookupPublic.ts'

describe('addresses that webhooks may reach', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, elsewhere in its range', '127.8.9.10'],
    ['this machine in IPv6', '::1'],
    ['this machine as IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['any address', '0.0.0.0'],
    ['any address in IPv6', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '192.168.1.1'],
    ['a shared network', '100.64.0.1'],
    ['the metadata service of a cloud', '169.254.169.254'],
    ['a unique local address', 'fd00::1'],
    ['a link-local address', 'fe80::1'],
    ['a translated IPv4 address', '64:ff9b::7f00:1'],
    ['a multicast address', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['no address at all', 'localhost'],
  ])('%s is not: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '169.254.169.254'])('refuses %s as a host', (host) => {
    expect(() => assertPublicHost(host)).toThrow(PrivateAddressError)
  })

  it('refuses a name that resolves to this machine', async () => {
    const error = await new Promise((resolve) => {
      lookupPublic('localhost', {all: true}, (reason) => resolve(reason))
    })
    expect(error).toBeInstanceOf(PrivateAddressError)
  })
})
