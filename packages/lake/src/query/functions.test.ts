import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {isJsonObject} from '../json/isJsonObject.ts'

const reference = (id: string): object => ({_type: 'reference', _ref: id})
const square = (size: number): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
      [0, 0],
    ],
  ],
})
const documents = [
  {
    _id: 'oslo',
    _type: 'place',
    title: 'Oslo',
    at: {lat: 59.913889, lng: 10.752222},
    to: reference('stockholm'),
  },
  {
    _id: 'stockholm',
    _type: 'place',
    title: 'Stockholm',
    at: {_type: 'geopoint', lat: 59.329444, lon: 18.068611},
  },
  {
    _id: 'paris',
    _type: 'place',
    title: 'Paris on foot',
    at: {lat: 48.8589, lng: 2.3469},
    to: reference('stockholm'),
  },
  {
    _id: 'nowhere',
    _type: 'place',
    body: [{_type: 'block', children: [{_type: 'span', text: 'a long walk'}]}],
  },
  {_id: 'field', _type: 'area', shape: square(10), tags: ['a', null, 'b', 'a', null]},
  {_id: '_.releases.r1', _type: 'system.release', name: 'r1'},
  {_id: 'drafts.oslo', _type: 'place', title: 'Oslo', to: reference('stockholm')},
  {_id: 'versions.r1.oslo', _type: 'place', title: 'Oslo'},
]

let lake: Lake
let token = ''
beforeAll(() => {
  lake = createLake({documents})
  token = lake.createToken({role: 'administrator', label: 'test'})
})
afterAll(() => lake.close())

async function ask(query: string, perspective = 'raw'): Promise<{result?: unknown; error: string}> {
  const response = await lake.fetch(
    `http://localhost/v2025-02-19/data/query/production?perspective=${perspective}`,
    {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`},
      body: JSON.stringify({query}),
    },
  )
  const body: unknown = await response.json()
  if (!isJsonObject(body)) throw new Error('The answer is no object.')
  const {result, error} = body
  return {result, error: isJsonObject(error) ? String(error['description']) : ''}
}

const hole = '[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]'
const withHole = `{"type": "Polygon", "coordinates": ${hole}}`
const line = (coordinates: string): string => `{"type": "LineString", "coordinates": ${coordinates}}`
const around = '{"type": "Polygon", "coordinates": [[[3,3],[7,3],[7,7],[3,7],[3,3]]]}'

describe('functions on places', () => {
  test.each([
    ['geo({"lat": 1, "lng": 2, "more": 3})', {type: 'Point', coordinates: [2, 1]}],
    ['geo({"lat": 1, "lng": 2, "lon": 2})', null],
    ['geo({"lat": 91, "lng": 2})', null],
    ['"geo (x)"', 'geo (x)'],
    ['*[_id == "field"][0]{"geo": tags[0]}', {geo: 'a'}],
    ['geo::latLng(59.9, 10.7)', {type: 'Point', coordinates: [10.7, 59.9]}],
    ['geo::latLng(null, 1)', null],
    ['geo({"type": "Feature", "geometry": null})', null],
    ['geo({"type": "Polygon", "coordinates": [[[0,0],[2,2],[2,0],[0,2],[0,0]]]})', null],
    [`*[geo::distance(at, geo::latLng(59.9, 10.7)) < 10000]._id`, ['oslo']],
    [
      '*[_type == "place"] | order(geo::distance(at, geo::latLng(48.8, 2.3)))._id',
      ['paris', 'oslo', 'stockholm', 'drafts.oslo', 'nowhere', 'versions.r1.oslo'],
    ],
    [
      'geo::distance(geo::latLng(59.913889, 10.752222), geo::latLng(59.329444, 18.068611))',
      416760.7738822515,
    ],
    [`geo::distance(${withHole}, geo::latLng(1, 1))`, null],
    [
      '*[_id == "field"][0]{"in": geo::contains(shape, geo::latLng(5, 5)), "out": geo::contains(shape, geo::latLng(5, 11))}',
      {in: true, out: false},
    ],
    ['geo::contains("no place", geo::latLng(5, 5))', null],
    [`geo::contains(${withHole}, geo::latLng(5, 5))`, false],
    [`geo::contains(${withHole}, geo::latLng(4, 5))`, true],
    [`geo::contains(${withHole}, ${line('[[1,1],[9,1]]')})`, true],
    [`geo::contains(${withHole}, ${line('[[1,5],[9,5]]')})`, false],
    [`geo::contains(${withHole}, ${line('[[1,1],[11,1]]')})`, false],
    [`geo::contains(${withHole}, ${around})`, false],
    [`geo::contains(${line('[[0,0],[4,4],[8,4]]')}, ${line('[[1,1],[4,4],[5,4]]')})`, true],
    [`geo::contains(${line('[[0,0],[4,4]]')}, ${line('[[1,1],[5,5]]')})`, false],
    [`geo::intersects(${around}, ${withHole})`, true],
    [`geo::intersects(${line('[[4.5,4.5],[5.5,5.5]]')}, ${withHole})`, false],
    [`geo::intersects(${line('[[4.5,4.5],[6,6]]')}, ${withHole})`, true],
    [`geo::intersects(geo::latLng(1, 1), ${line('[[0,0],[2,2]]')})`, true],
    ['geo::intersects(geo::latLng(1, 1), 7)', null],
  ])('%s', async (query, expected) => {
    expect(await ask(query)).toEqual({result: expected, error: ''})
  })
})

describe('functions on documents, releases and texts', () => {
  test.each([
    ['releases::all()._id', ['_.releases.r1']],
    ['count(releases::all()[name == "r1"])', 1],
    ['*[sanity::partOfRelease("r1")]._id', ['versions.r1.oslo']],
    ['*[sanity::versionOf("oslo")]._id', ['drafts.oslo', 'oslo', 'versions.r1.oslo']],
    ['sanity::dataset() + "/" + sanity::projectId()', 'production/spine'],
    ['documents::get("dataset:spine.production:oslo").title', 'Oslo'],
    ['documents::get("dataset:spine.production:none")', null],
    ['documents::get(7)', null],
    ['*[_id == "stockholm"][0]{"n": documents::incomingRefCount()}.n', 3],
    ['*[documents::incomingRefCount() > 2]._id', ['stockholm']],
    ['*[_id == "field"][0]{"tags": array::unique(tags)}.tags', ['a', null, 'b']],
    [
      'count(array::unique([{}, {}, 1, "1", 1, dateTime("2025-01-01T00:00:00Z"), dateTime("2025-01-01T01:00:00+01:00")]))',
      5,
    ],
    ['path("a.b") in path("a.*")', true],
    ['path("b.a") in path("a.*")', false],
    ['"a" in [path("a")]', false],
    ['*[@ match "long walk"]._id', ['nowhere']],
    ['*[@ match text::query("walk -foot")]._id', ['nowhere']],
    ['*[[@, title] match text::query("\\"on foot\\"")]._id', ['paris']],
    [
      '*[_type == "place"] | score(title match text::query("par*"), boost(title match "oslo", 3)) | order(_score desc, _id)[0..3]._id',
      ['drafts.oslo', 'oslo', 'versions.r1.oslo', 'paris'],
    ],
  ])('%s', async (query, expected) => {
    expect(await ask(query)).toEqual({result: expected, error: ''})
  })

  test('a count of references follows what the reader may see', async () => {
    const query = '*[_id == "stockholm"][0]{"n": documents::incomingRefCount()}.n'
    expect((await ask(query, 'published')).result).toBe(2)
    expect((await ask(query, 'drafts')).result).toBe(2)
  })
})

test.each([
  ['documents::get("dataset:other.production:oslo")', 'documents::get() reads only this dataset'],
  ['documents::get("media-library:m1:a")', 'documents::get() reads only this dataset'],
  ['documents::incomingGlobalDocumentReferenceCount()', 'documents::incomingGlobalDocumentReferenceCount()'],
  ['user::attributes()', 'user::attributes()'],
  ['media::aspect(@, "a")', 'media::aspect()'],
  ['text::semanticSimilarity("a")', 'text::semanticSimilarity()'],
  ['*[sanity::partOfVariant("a")]', 'partOfVariant'],
  ['*[delta::changedAny(title)]', 'changedAny'],
  ['*[before().title == "a"]', 'before'],
])('%s is refused by name', async (query, named) => {
  const {result, error} = await ask(query)
  expect(result).toBeUndefined()
  expect(error).toContain(named)
})
