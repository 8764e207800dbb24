import {createLake} from '@spine-center/lake'
import fc from 'fast-check'
import {expect, test} from 'vitest'

const PATHS = [
  'data/query/production',
  'data/mutate/production',
  'data/actions/production',
  'data/doc/production/a',
  'data/history/production/documents/a',
  'data/history/production/transactions/a',
  'data/history/production/events/documents/a',
  'data/export/production',
  'assets/images/production',
  'assets/files/production',
  'users/me',
  'users/me/keyvalue',
  'users/a,b',
  'auth/fetch',
  'auth/login/local',
  'projects/spine/datasets/production/acl',
  'comments/production/setup',
]
const junk = fc.oneof(
  fc.string(),
  fc.string({unit: 'binary'}),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%00',
    '*[',
    '$x',
    'null',
    '[]',
    '{}',
    'NaN',
    '-1',
    '1e999',
  ),
)
const segment = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...PATHS)},
  {weight: 1, arbitrary: junk.map(encodeURIComponent)},
)
const search = fc.array(
  fc.tuple(
    fc.constantFrom(
      'query',
      '$x',
      'perspective',
      'limit',
      'nextCursor',
      'time',
      'revision',
      'types',
      'w',
      'fm',
      'rect',
      'sid',
      'origin',
    ),
    junk,
  ),
  {maxLength: 4},
)
const patch = fc.record(
  {
    id: fc.oneof(fc.constant('a'), junk, fc.constant(null)),
    query: junk,
    set: fc.oneof(fc.dictionary(junk, fc.json()), fc.json()),
    unset: fc.array(junk, {maxLength: 2}),
    inc: fc.dictionary(junk, fc.anything()),
    insert: fc.dictionary(
      fc.constantFrom('before', 'after', 'replace', 'items'),
      fc.oneof(junk, fc.array(fc.json())),
    ),
    diffMatchPatch: fc.dictionary(junk, junk),
  },
  {requiredKeys: []},
)
const mutation = fc.oneof(
  fc.record({patch}),
  fc.dictionary(
    fc.constantFrom('create', 'createOrReplace', 'createIfNotExists', 'delete', 'patch'),
    fc.oneof(fc.dictionary(junk, fc.json()), fc.json()),
  ),
)
const action = fc.record(
  {
    actionType: fc
      .constantFrom(
        'document.create',
        'document.edit',
        'document.publish',
        'release.create',
        'release.schedule',
        'version.create',
      )
      .map((name) => `sanity.action.${name}`),
    draftId: junk,
    publishedId: junk,
    releaseId: junk,
    attributes: fc.oneof(fc.dictionary(junk, fc.json()), fc.json()),
    patch,
    publishAt: junk,
  },
  {requiredKeys: ['actionType']},
)
const body = fc.oneof(
  junk,
  fc.json(),
  fc.record({mutations: fc.array(mutation, {maxLength: 3})}).map((value) => JSON.stringify(value)),
  fc.record({actions: fc.array(action, {maxLength: 2})}).map((value) => JSON.stringify(value)),
  fc.record({query: junk, params: fc.json()}).map((value) => JSON.stringify(value)),
)
const request = fc.record({
  path: segment,
  search,
  body,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  hasToken: fc.boolean(),
})

test('no malformed request makes the lake fail', async () => {
  const failures: unknown[] = []
  const lake = createLake({
    documents: [{_id: 'a', _type: 't', list: [1, 2]}],
    onError: (error) => failures.push(error),
  })
  const token = lake.createToken({role: 'editor', label: 'fuzz'})
  // LAKE_CASES=100000 asks for more.
  const numRuns = Number(process.env['LAKE_CASES'] ?? 3000)
  await fc.assert(
    fc.asyncProperty(request, async ({path, search: pairs, body: text, method, hasToken}) => {
      const address = `http://localhost/v2025-02-19/${path}?${new URLSearchParams(pairs).toString()}`
      const response = await lake.fetch(address, {
        method,
        ...(method === 'GET' || method === 'HEAD' ? {} : {body: text}),
        ...(hasToken ? {headers: {authorization: `Bearer ${token}`}} : {}),
      })
      await response.text()
      expect({status: response.status, failures}).toMatchObject({failures: []})
      expect(response.status).toBeLessThan(500)
    }),
    {numRuns},
  )
  expect(await (await lake.fetch('http://localhost/v2025-02-19/ping')).json()).toEqual({status: 'ok'})
  lake.close()
})
