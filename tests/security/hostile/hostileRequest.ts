import fc from 'fast-check'
import {ROUTE_PERMISSIONS} from '../../../packages/lake/src/access/routePermissions.ts'
import {bodyFor} from './body.ts'
import type {Framing} from './framing.ts'
import {frame} from './framing.ts'
import {HEADERS, METHODS} from './headers.ts'
import {pathFor, search} from './target.ts'

/** Bytes to send that begin as some request to some route, and who sends them. */
export type HostileRequest = {bytes: Buffer; role: string}

const ROLES = ['anonymous', 'viewer', 'editor', 'administrator', 'deploy'] as const

const route = fc.constantFrom(...Object.keys(ROUTE_PERMISSIONS)).chain((declared) => {
  const [method = 'GET', pattern = '/'] = declared.split(' ')
  return fc.record({method: fc.constant(method), path: pathFor(pattern), body: bodyFor(pattern)})
})

const flips = fc.array(fc.tuple(fc.nat(), fc.integer({min: 0, max: 255})), {maxLength: 3})

/** Requests that begin as good ones, each with something wrong somewhere. */
export function hostileRequest(tokens: ReadonlyMap<string, string>): fc.Arbitrary<HostileRequest> {
  return fc
    .record({
      route,
      search,
      method: fc.oneof(
        {weight: 9, arbitrary: fc.constant(undefined)},
        {weight: 1, arbitrary: fc.constantFrom(...METHODS)},
      ),
      role: fc.constantFrom(...ROLES),
      version: fc.oneof(
        {weight: 12, arbitrary: fc.constant('HTTP/1.1')},
        {weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/1.1 x', '')},
      ),
      headers: fc.oneof(
        {weight: 3, arbitrary: fc.constant<string[]>([])},
        {weight: 2, arbitrary: fc.array(fc.constantFrom(...HEADERS), {maxLength: 2})},
      ),
      framing: fc.oneof(
        {weight: 8, arbitrary: fc.constant<Framing>('length')},
        {weight: 3, arbitrary: fc.constantFrom<Framing>('chunked', 'short', 'long', 'none', 'broken chunks')},
      ),
      form: fc.oneof(
        {weight: 12, arbitrary: fc.constant('')},
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'http://localhost',
            'http://evil.example.org',
            '//evil',
            '\\',
            '/..',
            'ftp://x',
          ),
        },
      ),
      flips: fc.oneof(
        {weight: 5, arbitrary: fc.constant<[number, number][]>([])},
        {weight: 1, arbitrary: flips},
      ),
    })
    .map((parts) => {
      const {path: target, body} = parts.route
      const method = parts.method ?? parts.route.method
      const query = new URLSearchParams(parts.search).toString()
      const token = tokens.get(parts.role)
      const {header, bytes} = frame(
        method === 'GET' && parts.framing === 'length' ? Buffer.alloc(0) : body,
        parts.framing,
      )
      const lines = [
        `${method} ${parts.form}${target}${query === '' ? '' : `?${query}`} ${parts.version}`,
        'Host: localhost',
        'Connection: close',
        ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
        header,
        ...parts.headers,
      ]
      const whole = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes])
      for (const [at, byte] of parts.flips) whole[at % whole.length] = byte
      return {bytes: whole, role: parts.role}
    })
}
