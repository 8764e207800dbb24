import {DatabaseSync} from 'node:sqlite'
import * as fc from 'fast-check'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {completeLimits} from '../LakeLimits.ts'
import {createPeople} from '../people/createPeople.ts'
import {createPeopleRoutes} from '../people/createPeopleRoutes.ts'
import {createAssets} from './createAssets.ts'

// Sub-applications hand what is not the client's mistake on to the lake: here it would reject, and fail the property.
const assets = createAssets({
  projectId: 'spine',
  authorize: () => undefined,
  saveDocument: (_dataset, document) => document,
})
const photo = await sharp({create: {width: 24, height: 12, channels: 3, background: '#c04030'}})
  .jpeg()
  .toBuffer()
const uploaded: unknown = await (
  await assets.routes.request('http://localhost/assets/images/production', {
    method: 'POST',
    body: new Uint8Array(photo),
  })
).json()
const path = /"path":"([^"]+)"/.exec(JSON.stringify(uploaded))?.[1] ?? ''

const clock = () => new Date()

const anything = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 12}),
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom(
    '',
    '0',
    '-1',
    'NaN',
    '1e9',
    '0x10',
    '50,50,1,1',
    '0,0,24,12',
    'crop',
    'min',
    'entropy',
    'focalpoint',
    'format',
    '../..',
    '%00',
    'hv',
    '90',
  ),
)
const name = fc.oneof(
  fc.constantFrom(
    'w',
    'h',
    'fit',
    'crop',
    'rect',
    'fm',
    'q',
    'dpr',
    'auto',
    'fp-x',
    'fp-y',
    'blur',
    'sharp',
    'flip',
    'bg',
    'or',
    'max-w',
    'min-h',
    'pad',
    'sat',
    'invert',
    'frame',
    'dl',
  ),
  fc.string({maxLength: 5}),
)
const fields = fc.array(fc.tuple(name, anything), {maxLength: 5})

test('whatever an image URL asks for, the answer is a picture or says what is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(fields, async (asked) => {
      const response = await assets.routes.request(
        `http://localhost/${path}?${new URLSearchParams(asked).toString()}`,
      )
      expect([200, 400]).toContain(response.status)
      const isPicture = response.headers.get('content-type')?.startsWith('image/') === true
      expect(isPicture).toBe(response.status === 200)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    }),
    {numRuns: 300},
  )
})

test('every combination of usable parameters gives a picture', async () => {
  const side = fc.integer({min: 1, max: 60})
  const share = fc.constantFrom(0, 0.3, 1)
  const usable = fc.record(
    {
      w: side,
      h: side,
      'max-w': side,
      'min-h': side,
      fit: fc.constantFrom('clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'),
      crop: fc.constantFrom('top,left', 'bottom', 'right', 'center', 'entropy', 'focalpoint'),
      'fp-x': share,
      'fp-y': share,
      rect: fc.tuple(side, side, side, side).map((sides) => sides.join(',')),
      fm: fc.constantFrom('jpg', 'pjpg', 'png', 'webp', 'avif', 'gif'),
      q: fc.integer({min: 0, max: 100}),
      dpr: fc.constantFrom(0.5, 1, 3),
      blur: fc.constantFrom(1, 50, 2000),
      sharp: fc.integer({min: 0, max: 100}),
      sat: fc.constantFrom(-100, -20, 100),
      flip: fc.constantFrom('h', 'v', 'hv'),
      or: fc.constantFrom(0, 90, 180, 270),
      bg: fc.constantFrom('f00', '8000ff00', '00000000'),
      pad: fc.nat({max: 20}),
      invert: fc.constant(true),
    },
    {requiredKeys: []},
  )
  await fc.assert(
    fc.asyncProperty(usable, async (asked) => {
      const query = new URLSearchParams(
        Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)])),
      )
      const response = await assets.routes.request(`http://localhost/${path}?${query.toString()}`)
      expect(response.status).toBe(200)
      expect(await sharp(await response.arrayBuffer()).metadata()).toHaveProperty('width')
    }),
    {numRuns: 300},
  )
})

test('whatever is uploaded, under whatever name, is kept or refused', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({maxLength: 200}),
    fc.nat({max: photo.length}).map((length) => new Uint8Array(photo.subarray(0, length))),
    fc.tuple(fc.nat({max: photo.length - 1}), fc.nat({max: 255})).map(([at, byte]) => {
      const copy = new Uint8Array(photo)
      copy[at] = byte
      return copy
    }),
    fc
      .string({maxLength: 50})
      .map((text) =>
        new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${text}`),
      ),
  )
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fc.constantFrom('images', 'files'),
      anything,
      anything,
      async (body, kind, filename, type) => {
        const response = await assets.routes.request(
          `http://localhost/assets/${kind}/production?${new URLSearchParams({filename}).toString()}`,
          {method: 'POST', body, headers: {'content-type': encodeURIComponent(type) || 'text/plain'}},
        )
        expect([200, 400, 413]).toContain(response.status)
      },
    ),
    {numRuns: 300},
  )
})

test('whatever is asked of people, the answer is no failure of the lake', async () => {
  const people = createPeople({database: new DatabaseSync(':memory:'), clock, limits: completeLimits()})
  const token = people.createSession(people.create({name: 'Ada'}).id)
  const routes = createPeopleRoutes({
    people,
    clock,
    limits: completeLimits(),
    projectId: 'spine',
    identify: (request) =>
      people.identify(request.headers.get('authorization')?.slice(7) ?? '') ?? {kind: 'anonymous'},
    findRobot: () => undefined,
    isOriginAllowed: (origin) => origin === 'http://localhost:3333',
    hasLogin: true,
  })
  const place = fc.constantFrom(
    'users',
    'users/me/keyvalue',
    'projects',
    'auth/fetch',
    'auth/login/local',
    'auth/logout',
    'auth/id',
    'auth/providers',
  )
  await fc.assert(
    fc.asyncProperty(
      place,
      anything,
      fields,
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      anything,
      async (where, rest, asked, method, body) => {
        const url = `http://localhost/${where}/${encodeURIComponent(rest)}?${new URLSearchParams(asked).toString()}`
        const response = await routes.request(url.replace(/\/\?/, '?'), {
          method,
          headers: {authorization: `Bearer ${token}`},
          ...(method === 'GET' ? {} : {body}),
        })
        expect(response.status).toBeLessThan(500)
      },
    ),
    {numRuns: 1000},
  )
})
