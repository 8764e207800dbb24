import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {queryCase} from '../suite/queryCase.ts'
import type {QueryRow} from '../suite/queryCase.ts'

const DOCS = 'Sanity docs, Query API'
const GROQ = 'GROQ specification'

const GIVEN = [
  {
    _id: '~a',
    _type: '~t',
    n: 1,
    title: 'Lower back pain',
    slug: {current: '~backs'},
    tags: ['x', 'y'],
    at: '2026-01-01',
  },
  {
    _id: '~b',
    _type: '~t',
    n: 2,
    title: 'Neck pain',
    slug: {current: '~necks'},
    tags: ['y'],
    at: '2026-02-01',
  },
  {
    _id: '~c',
    _type: '~u',
    n: 3,
    title: 'Knees',
    to: {_type: 'reference', _ref: '~a'},
    list: [{_key: 'k', to: {_type: 'reference', _ref: '~b'}}],
  },
]

const ROWS: QueryRow[] = [
  {rule: 'a filter by id', source: GROQ, query: '*[_id == "~a"][0].title', result: 'Lower back pain'},
  {
    rule: 'a parameter',
    source: `${DOCS}: "$name" parameters are JSON`,
    query: '*[_type == $type] | order(n)[].n',
    values: {type: '~t'},
    result: [1, 2],
  },
  {
    rule: 'a list as parameter',
    source: `${DOCS}: parameters are JSON`,
    query: '*[_id in $ids] | order(_id)._id',
    values: {ids: ['~a', '~c']},
    result: ['~a', '~c'],
  },
  {
    rule: 'null as parameter',
    source: `${DOCS}: parameters are JSON`,
    query: '$nothing',
    values: {nothing: null},
    result: null,
  },
  {
    rule: 'a number as slice bound',
    source: 'parameters as bounds',
    query: '*[_type == "~t"] | order(n desc)[0...$max].n',
    values: {max: 1},
    result: [2],
  },
  {rule: 'order and slice', source: GROQ, query: '*[_type == "~t"] | order(n desc)[0..1].n', result: [2, 1]},
  {
    rule: 'a projection renames and follows references',
    source: GROQ,
    query: '*[_id == "~c"][0]{"name": title, "of": to->title}',
    result: {name: 'Knees', of: 'Lower back pain'},
  },
  {rule: 'references in arrays', source: GROQ, query: '*[_id == "~c"][0].list[].to->n', result: [2]},
  {rule: 'references() by id', source: GROQ, query: '*[references("~a")]._id', result: ['~c']},
  {
    rule: 'a look back from a projection',
    source: GROQ,
    query: '*[_id == "~b"][0]{"by": *[references(^._id)]._id}',
    result: {by: ['~c']},
  },
  {
    rule: 'slugs',
    source: 'Studio and sites: slug.current',
    query: '*[slug.current == $slug][0]._id',
    values: {slug: '~backs'},
    result: '~a',
  },
  {
    rule: 'match of words',
    source: GROQ,
    query: '*[_type == "~t" && title match "back*"]._id',
    result: ['~a'],
  },
  {
    rule: 'match by text::query',
    source: 'Studio, search strategy groq2024',
    query: '*[_type == "~t" && title match text::query("pain -lower")]._id',
    result: ['~b'],
  },
  {
    rule: 'score and boost order',
    source: GROQ,
    query:
      '*[_type == "~t"] | score(title match "lower", boost(title match "neck", 5)) | order(_score desc)._id',
    result: ['~b', '~a'],
  },
  {rule: 'in arrays', source: GROQ, query: '*[_type == "~t" && "x" in tags]._id', result: ['~a']},
  {
    rule: 'comparisons of dates as texts',
    source: GROQ,
    query: '*[_type == "~t" && at > "2026-01-15"]._id',
    result: ['~b'],
  },
  {rule: 'count', source: GROQ, query: 'count(*[_type == "~t"])', result: 2},
  {
    rule: 'select and coalesce',
    source: GROQ,
    query: '*[_id == "~a"][0]{"s": select(n > 1 => "many", "one"), "c": coalesce(none, n)}',
    result: {s: 'one', c: 1},
  },
  {
    rule: 'a conditional splat',
    source: GROQ,
    query: '*[_id == "~a"][0]{n == 1 => {"is": true}}',
    result: {is: true},
  },
  {rule: 'absent members are null', source: GROQ, query: '*[_id == "~a"][0].none', result: null},
  {rule: 'nothing found is an empty list', source: GROQ, query: '*[_type == "~none"]', result: []},
  {
    rule: 'array functions',
    source: GROQ,
    query: 'array::unique(*[_type == "~t"].tags[])',
    result: ['x', 'y'],
  },
  {rule: 'comments', source: GROQ, query: '// one "quoted"\n*[_id == "~a"][0].n // two', result: 1},
  {
    rule: 'a query without documents',
    source: GROQ,
    query: '{"a": 1 + 2, "b": "x" + "y"}',
    result: {a: 3, b: 'xy'},
  },
  {
    rule: 'text that is not ASCII',
    source: `${DOCS}: UTF-8`,
    query: '"ä🦴" + $x',
    values: {x: 'ø'},
    result: 'ä🦴ø',
  },
]

const OTHERS: Case[] = [
  {
    rule: 'the answer has query, result and time',
    source: `${DOCS}: {"ms": …, "query": …, "result": …}`,
    async run(scope) {
      const {body} = await scope.query('1 + 1')
      expect(body).toMatchObject({query: '1 + 1', result: 2, ms: expect.any(Number)})
    },
  },
  {
    rule: 'returnQuery=false leaves the query out',
    source: '@sanity/client: returnQuery',
    async run(scope) {
      expect((await scope.query('1', {returnQuery: false})).body).not.toHaveProperty('query')
    },
  },
  {
    rule: 'syncTags come with the result',
    source: 'Sanity docs, Live Content API: syncTags: ["s1:…"]',
    async run(scope) {
      const {body} = await scope.query('*[_type == "~t"]')
      expect(body).toMatchObject({syncTags: [expect.stringMatching(/^s1:/)]})
    },
  },
  {
    rule: 'a long query goes by POST',
    source: '@sanity/client: beyond 11,264 characters a query is posted',
    async run(scope) {
      await scope.given(...GIVEN)
      const query = `*[_id == $id]{${Array.from({length: 1500}, (_, index) => `"m${index}": n`).join(',')}}[0].m1499`
      expect(await scope.client().fetch(query, {id: scope.encode('~a')})).toBe(1)
    },
  },
  {
    rule: 'a request tag changes nothing',
    source: '@sanity/client: tag',
    async run(scope) {
      expect(await scope.query('1', {tag: 'my.tag'})).toMatchObject({status: 200, body: {result: 1}})
    },
  },
  {
    rule: 'a syntax error names its place, so that the client can show it',
    source: '@sanity/client, isQueryParseError: type, query, start and end',
    async run(scope) {
      const {status, body} = await scope.query('*[_type == ]')
      expect({status, body}).toMatchObject({
        status: 400,
        body: {
          error: {
            type: 'queryParseError',
            query: '*[_type == ]',
            start: expect.any(Number),
            end: expect.any(Number),
          },
        },
      })
      await expect(scope.client().fetch('*[_type == ]')).rejects.toThrow(/GROQ query parse error/)
    },
  },
  {
    rule: 'a parameter that is missing is named',
    source: `${DOCS}: "param $x referenced, but not provided"`,
    async run(scope) {
      expect(await scope.query('*[_id == $missing]')).toMatchObject({
        status: 400,
        body: {error: {description: 'param $missing referenced, but not provided'}},
      })
    },
  },
  {
    rule: 'a parameter that is no JSON is named',
    source: `${DOCS}: parameters are JSON`,
    async run(scope) {
      const {status, body} = await scope.query('$x', {$x: 'text'})
      expect({status, text: JSON.stringify(body)}).toEqual({status: 400, text: expect.stringContaining('$x')})
    },
  },
  {
    rule: 'a query that is missing is refused',
    source: `${DOCS}: query is required`,
    async run(scope) {
      expect((await scope.ask('/data/query/:dataset')).status).toBe(400)
      expect((await scope.ask('/data/query/:dataset', {body: {}})).status).toBe(400)
    },
  },
  {
    rule: 'a function that there is none of is named',
    source: GROQ,
    async run(scope) {
      const {status, body} = await scope.query('nothing::here(1)')
      expect({status, text: JSON.stringify(body)}).toEqual({
        status: 400,
        text: expect.stringContaining('nothing'),
      })
    },
  },
  {
    rule: 'a dataset that is not there is 404 and named',
    source: `${DOCS}: errors`,
    async run(scope) {
      const {status, body} = await scope.ask('/data/query/nowhere?query=1')
      expect({status, body}).toMatchObject({status: 404, body: {message: expect.stringContaining('nowhere')}})
    },
  },
  {
    rule: 'a body that is no JSON is refused',
    source: `${DOCS}: POST with a JSON body`,
    async run(scope) {
      const answer = await scope.ask('/data/query/:dataset', {
        body: 'no json',
        headers: {'content-type': 'application/json'},
      })
      expect(answer).toMatchObject({status: 400, body: {message: expect.stringContaining('JSON')}})
    },
  },
  {
    rule: 'the fetch options of the client: result with query and time',
    source: '@sanity/client: filterResponse: false',
    async run(scope) {
      const answer = await scope.client().fetch('1 + 1', {}, {filterResponse: false})
      expect(answer).toMatchObject({
        result: 2,
        query: '1 + 1',
        ms: expect.any(Number),
        syncTags: expect.any(Array),
      })
    },
  },
]

/** The query endpoint; the semantics of GROQ itself are tested elsewhere. */
export const queries: Subject = {
  subject: 'queries over HTTP',
  cases: [...ROWS.map((row) => queryCase({given: GIVEN, perspective: 'raw', ...row})), ...OTHERS],
}
