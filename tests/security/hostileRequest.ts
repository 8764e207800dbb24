import fc from 'fast-check'
import {ROUTE_PERMISSIONS} from '../../packages/lake/src/access/routePermissions.ts'

/** Bytes to send that begin as some request to some route, and who sends them. */
export type HostileRequest = {bytes: Buffer; role: string}

const ROLES = ['anonymous', 'viewer', 'editor', 'administrator', 'deploy'] as const

const FILLERS: Record<string, readonly string[]> = {
  ':version': ['v1', 'v2025-02-19', 'vX', 'v0', 'v2025-99-99', 'images', 'v2021-03-25'],
  ':dataset': [
    'production',
    'none',
    '..',
    '%2e%2e',
    'production%00',
    '__proto__',
    'PRODUCTION',
    '~a',
    'x'.repeat(200),
  ],
  ':project': ['spine', 'other', '%ff'],
  ':projectId': ['spine', 'other', '..%2f..'],
}
const NAMES = [
  'a',
  'drafts.a',
  'versions.r.a',
  '_.releases.r',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%252e%252e%255c',
  'a,b,c',
  '%F0%9F',
  'x'.repeat(3000),
  '0000000000000000000000000000000000000001-1x1.png',
  '-1',
  'constructor',
  '💥',
]

const junk = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '..\\..\\x',
    '%00',
    '%',
    '%zz',
    '*[',
    '$x',
    'null',
    '[]',
    '{}',
    'NaN',
    '-1',
    '1e999',
    '9'.repeat(400),
    '\u0000',
    '\r\nSet-Cookie: x=1',
    '<script>alert(1)</script>',
    '*[_id in $ids]{"x": ^.^.^}',
    '((((((((('.repeat(50),
    '[[[['.repeat(300),
  ),
)

const PARAMETERS = [
  'query',
  '$x',
  '$ids',
  'perspective',
  'limit',
  'nextCursor',
  'time',
  'revision',
  'lastRevision',
  'types',
  'w',
  'h',
  'fm',
  'rect',
  'dl',
  'q',
  'sid',
  'origin',
  'explain',
  'resultSourceMap',
  '__t',
  'enableResume',
  'lastEventId',
  'includeResult',
  'effectFormat',
  'dryRun',
  'returnDocuments',
  'transactionId',
  'filename',
  'meta',
  'visibility',
  'autoGenerateArrayKeys',
  'excludeContent',
  'reverse',
  'fromTransaction',
  'datasetProfile',
  'tag',
  '__proto__',
]
const VALUES = [
  '*',
  '*[0]',
  '*[_type == $x]',
  'count(*)',
  '"a"',
  '["a","b"]',
  'raw',
  'drafts',
  'true',
  '10',
  'png',
  '2026-01-01',
  'mendoza',
  'http://localhost:3333/',
  'javascript:alert(1)',
  'a.svg',
]
const search = fc.array(
  fc.tuple(fc.constantFrom(...PARAMETERS), fc.oneof(fc.constantFrom(...VALUES), junk)),
  {maxLength: 5},
)

const id = fc.constantFrom(
  'a',
  'b',
  'drafts.a',
  'versions.r.a',
  '_.releases.r',
  '',
  '.',
  'a b',
  'x'.repeat(200),
)
const value = fc.oneof(
  fc.json({maxDepth: 3}).map((text): unknown => JSON.parse(text)),
  junk,
  fc.constant(0),
)
const document = fc.record(
  {_id: id, _type: fc.oneof(fc.constant('t'), value), slug: value, to: fc.record({_ref: id}), text: value},
  {requiredKeys: []},
)
const paths = fc.oneof(
  fc.constantFrom(
    'text',
    'a.b.c',
    'list[-1]',
    'list[0:2]',
    'x[_key=="k"].y',
    '..',
    '*',
    'a[',
    '_id',
    '_rev',
    '__proto__.x',
  ),
  junk,
)
const patch = fc.record(
  {
    id,
    query: fc.oneof(fc.constant('*'), junk),
    ifRevisionID: junk,
    set: fc.dictionary(paths, value),
    setIfMissing: fc.dictionary(paths, value),
    unset: fc.oneof(fc.array(paths), value),
    inc: fc.dictionary(paths, value),
    insert: fc.record(
      {before: paths, after: paths, replace: paths, items: fc.array(value)},
      {requiredKeys: []},
    ),
    diffMatchPatch: fc.dictionary(paths, junk),
  },
  {requiredKeys: []},
)
const mutation = fc.oneof(
  fc.record({create: document}),
  fc.record({createOrReplace: document}),
  fc.record({createIfNotExists: document}),
  fc.record({delete: fc.oneof(fc.record({id}), fc.record({query: junk}), value)}),
  fc.record({patch}),
  value,
)
const ACTIONS = [
  'document.create',
  'document.edit',
  'document.publish',
  'document.unpublish',
  'document.delete',
  'document.discard',
  'document.replaceDraft',
  'version.create',
  'version.discard',
  'version.replace',
  'version.unpublish',
  'release.create',
  'release.edit',
  'release.publish',
  'release.schedule',
  'release.unschedule',
  'release.archive',
  'release.unarchive',
  'release.delete',
  'release.import',
  'none',
]
const action = fc.record(
  {
    actionType: fc.oneof(
      fc.constantFrom(...ACTIONS).map((name) => `sanity.action.${name}`),
      value,
    ),
    draftId: id,
    publishedId: id,
    versionId: id,
    baseId: id,
    releaseId: fc.oneof(fc.constant('r'), junk),
    attributes: fc.oneof(document, value),
    document,
    patch,
    metadata: value,
    publishAt: junk,
    includeDrafts: value,
  },
  {requiredKeys: ['actionType']},
)
const mutationBody = fc.record(
  {
    mutations: fc.oneof(
      {weight: 5, arbitrary: fc.array(mutation, {maxLength: 3})},
      {weight: 1, arbitrary: value},
    ),
    transactionId: value,
  },
  {requiredKeys: ['mutations']},
)
const actionBody = fc.record(
  {
    actions: fc.oneof(
      {weight: 5, arbitrary: fc.array(action, {maxLength: 3})},
      {weight: 1, arbitrary: value},
    ),
    transactionId: value,
    dryRun: value,
  },
  {requiredKeys: ['actions']},
)
const queryBody = fc.record(
  {query: fc.oneof(fc.constantFrom(...VALUES), junk), params: fc.dictionary(junk, value), perspective: junk},
  {requiredKeys: ['query']},
)
const settingsBody = fc.array(fc.record({key: junk, value}), {maxLength: 3})
const hookBody = fc.record(
  {
    type: value,
    name: junk,
    url: junk,
    dataset: junk,
    rule: value,
    headers: value,
    aclMode: junk,
    targetDataset: junk,
  },
  {requiredKeys: []},
)

// What a route expects, roughly; now and then what another one does.
function jsonFor(route: string): fc.Arbitrary<unknown> {
  const bodies: [string, fc.Arbitrary<unknown>][] = [
    ['/mutate/', mutationBody],
    ['/actions/', actionBody],
    ['/query/', queryBody],
    ['/keyvalue', settingsBody],
    ['/hooks/', hookBody],
  ]
  const own = bodies.find(([part]) => route.includes(part))?.[1] ?? hookBody
  return fc.oneof({weight: 6, arbitrary: own}, ...bodies.map(([, other]) => other), value)
}

const OTHER_BODIES = [
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'form=x&user=y',
  '{"a":1e999}',
  '{"__proto__":{"x":1}}',
  '{"a":"\\ud800"}',
  '['.repeat(5000),
  '\ufeff{}',
]

function bodyFor(route: string): fc.Arbitrary<Buffer> {
  return fc.oneof(
    {weight: 8, arbitrary: jsonFor(route).map((sent) => Buffer.from(JSON.stringify(sent) ?? ''))},
    {weight: 1, arbitrary: fc.uint8Array({maxLength: 200}).map((sent) => Buffer.from(sent))},
    {weight: 1, arbitrary: fc.constantFrom(...OTHER_BODIES).map((sent) => Buffer.from(sent))},
  )
}

// As they are, with the rest of the request around them.
const HEADERS = [
  'Content-Length: 0',
  'Content-Length: -1',
  'Content-Length: 5, 5',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding: identity',
  'Content-Encoding: gzip',
  'Content-Encoding: identity',
  'Host: evil.example.org',
  'Host: localhost',
  'Host: local host',
  'Expect: 100-continue',
  'Expect: x',
  'Upgrade: websocket',
  'Connection: upgrade',
  'Connection: keep-alive',
  'Origin: https://evil.example.org',
  'Origin: null',
  'Origin: http://localhost:3333',
  'Range: bytes=0-',
  'Range: bytes=9-1,x',
  'If-None-Match: *',
  'If-Range: x',
  'Accept: image/avif,*/*;q=0',
  'Cookie: lake_login=x; lake_login=y',
  'Authorization: Basic eDp5',
  'Authorization: Bearer',
  'Last-Event-ID: x|1|1',
  'X-Forwarded-For: 1.2.3.4',
  'X-HTTP-Method-Override: DELETE',
  'Content-Type: application/json',
  'Content-Type: multipart/form-data; boundary=x',
  'Content-Type: \u00ff',
  'Access-Control-Request-Method: POST',
  'Sec-Fetch-Site: cross-site',
  ' folded: x',
  'no colon',
  'X-Null: a\u0000b',
  `X-Long: ${'x'.repeat(8000)}`,
  `X-Too-Long: ${'x'.repeat(40_000)}`,
  ': empty',
]
const METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'QUERY',
  'X',
]

function pathFor(pattern: string): fc.Arbitrary<string> {
  const parts = pattern
    .split('/')
    .slice(1)
    .map((part) =>
      part.startsWith(':')
        ? fc.oneof(
            {weight: 16, arbitrary: fc.constant(FILLERS[part]?.[0] ?? 'a')},
            {weight: 2, arbitrary: fc.constantFrom(...(FILLERS[part] ?? NAMES))},
            {weight: 1, arbitrary: junk.map(encodeURIComponent)},
          )
        : fc.constant(part),
    )
  return fc.tuple(...parts).map((filled) => `/${filled.join('/')}`)
}

const route = fc.constantFrom(...Object.keys(ROUTE_PERMISSIONS)).chain((declared) => {
  const [method = 'GET', pattern = '/'] = declared.split(' ')
  return fc.record({method: fc.constant(method), path: pathFor(pattern), body: bodyFor(pattern)})
})

type Framing = 'length' | 'chunked' | 'short' | 'long' | 'none' | 'broken chunks'

function frame(sent: Buffer, framing: Framing): {header: string; bytes: Buffer} {
  const chunk = Buffer.concat([
    Buffer.from(`${sent.length.toString(16)}\r\n`),
    sent,
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  switch (framing) {
    case 'length':
      return {header: `Content-Length: ${sent.length}`, bytes: sent}
    case 'short':
      return {header: `Content-Length: ${Math.max(0, sent.length - 3)}`, bytes: sent}
    case 'long':
      return {header: `Content-Length: ${sent.length + 10}`, bytes: sent}
    case 'none':
      return {header: 'X-None: 1', bytes: sent}
    case 'chunked':
      return {
        header: 'Transfer-Encoding: chunked',
        bytes: sent.length === 0 ? Buffer.from('0\r\n\r\n') : chunk,
      }
    case 'broken chunks':
      return {header: 'Transfer-Encoding: chunked', bytes: Buffer.concat([Buffer.from('zz\r\n'), chunk])}
    default:
      return framing satisfies never
  }
}

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
