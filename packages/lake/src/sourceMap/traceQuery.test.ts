import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {createSourceMap} from './createSourceMap.ts'
import {isSameValue} from './isSameValue.ts'
import {resolveLeaves} from './resolveLeaves.fixture.ts'
import type {Leaf} from './resolveLeaves.fixture.ts'
import {traceQuery} from './traceQuery.ts'

const IDS = ['a', 'b', 'c', 'd']

const reference = fc.constantFrom(...IDS, 'missing').map((_ref) => ({_type: 'reference', _ref}))
const key = fc.constantFrom('k1', 'k2', 'k3', "it's \\ odd")
const block = fc.record(
  {_key: key, _type: fc.constantFrom('block', 'card'), text: fc.constantFrom('x', 'y', 'z'), to: reference},
  {requiredKeys: ['_type'], noNullPrototype: true},
)
const body = fc.record(
  {
    _type: fc.constantFrom('article', 'person'),
    title: fc.oneof(fc.constantFrom('Backs', 'Knees'), fc.constant(null)),
    n: fc.integer({min: 0, max: 3}),
    slug: fc.constantFrom('one', 'two').map((current) => ({current})),
    author: fc.oneof(reference, fc.constant(null)),
    tags: fc.array(fc.constantFrom('t', 'u', 'v'), {maxLength: 4}),
    friends: fc.array(reference, {maxLength: 3}),
    body: fc.array(fc.oneof(block, fc.constant('bare')), {maxLength: 4}),
    nested: fc.array(
      fc.array(block, {maxLength: 2}).map((parts) => ({parts})),
      {maxLength: 2},
    ),
  },
  {requiredKeys: ['_type'], noNullPrototype: true},
)
const dataset = fc.tuple(...IDS.map((_id) => body.map((rest) => ({...rest, _id}))))

type Parts = {value: string; list: string; condition: string; projection: string}

const grammar = fc.letrec<Parts>((tie) => ({
  condition: fc.oneof(
    {maxDepth: 2},
    fc.constantFrom(
      'defined(title)',
      '_type == "block"',
      '_type == ^._type',
      'n > ^.n',
      '@ == "t"',
      'text == ^.^.title',
    ),
    fc.constantFrom('_id in ^.friends[]._ref', 'count(body[text == ^.text]) > 0', 'references(^._id)'),
    tie('value').map((value) => `defined(${value})`),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left} || !(${right}))`),
  ),
  list: fc.oneof(
    {maxDepth: 3},
    fc.constantFrom('body', 'body[]', 'tags', 'friends[]->', 'nested[].parts[]', 'nested[].parts', '*'),
    fc.constantFrom('friends[]->body[]', '*[_type == "article"]', '[title, slug.current, ...tags]', '^.body'),
    fc.tuple(tie('list'), tie('condition')).map(([list, condition]) => `(${list})[${condition}]`),
    fc
      .tuple(tie('list'), fc.constantFrom('0..1', '1...3', '-2..-1', '0...-1', '-9...2'))
      .map(([list, range]) => `(${list})[${range}]`),
    tie('list').map((list) => `(${list} | order(text desc, n))`),
    tie('list').map((list) => `(${list} | order(@))`),
    tie('list').map((list) => `(${list} | score(n > 1, boost(defined(title), 2)))`),
    tie('list').map((list) => `array::compact(${list})`),
    tie('list').map((list) => `array::unique(${list})`),
    fc.tuple(tie('list'), tie('projection')).map(([list, projection]) => `(${list})[]${projection}`),
    fc.tuple(tie('list'), tie('value')).map(([list, value]) => `(${list})[]{"v": ${value}}.v`),
    fc.tuple(tie('list'), tie('list')).map(([left, right]) => `[...${left}, ...coalesce(${right}, [])]`),
  ),
  projection: fc
    .array(
      fc.oneof(
        fc.constantFrom('...', '_id', 'title', 'slug', 'body', '"t": @', '"p": ^.title', '"pp": ^.^._id'),
        fc.constantFrom(
          'author->',
          '"author": author->title',
          'body[]{..., "up": ^._id}',
          '"k": pt::text(body)',
        ),
        tie('value').map((value) => `"x": ${value}`),
        tie('list').map((list) => `"l": ${list}`),
        fc
          .tuple(tie('condition'), tie('projection'))
          .map(([condition, projection]) => `${condition} => ${projection}`),
        fc.constant('...author->'),
      ),
      {minLength: 1, maxLength: 3},
    )
    .map((parts) => `{${parts.join(', ')}}`),
  value: fc.oneof(
    {maxDepth: 3},
    fc.constantFrom('title', 'slug.current', 'author->title', 'author->slug.current', '^.title', '@', 'n'),
    fc.constantFrom(
      '"said"',
      '$given',
      'title + "!"',
      'body[0].text',
      'body[-1]',
      'tags[1]',
      'now()',
      'title.x',
    ),
    fc.tuple(tie('value'), tie('value')).map(([left, right]) => `coalesce(${left}, ${right})`),
    fc
      .tuple(tie('condition'), tie('value'), tie('value'))
      .map(([condition, left, right]) => `select(${condition} => ${left}, ${right})`),
    fc.tuple(tie('list')).map(([list]) => `(${list})[0]`),
    fc.tuple(tie('list'), tie('projection')).map(([list, projection]) => `(${list})[0]${projection}`),
    tie('list'),
  ),
}))
const query = fc
  .tuple(grammar.list, grammar.projection)
  .map(([list, projection]) => `*[_type == "article"]{"l": ${list}, "p": @${projection}}`)

type Documents = readonly {_id: string}[]

function run(text: string, documents: Documents) {
  const params = {given: 'given'}
  const options = {
    dataset: documents,
    params,
    timestamp: new Date(0),
    dereference: ({_ref}: {_ref: string}) => documents.find(({_id}) => _id === _ref),
  }
  const tree = parse(text, {params})
  const {data} = evaluateSync(tree, options)
  return {result: data, trace: traceQuery(tree, options)}
}

const byId = (documents: Documents) => (id: string) => documents.find(({_id}) => _id === id)

function isWrong({source, found, value}: Leaf): boolean {
  return source === 'none' || (source === 'documentValue' && found !== value)
}

describe('following values through a query', () => {
  test('gives what groq-js gives, and every mapped value stands where the map says', () => {
    fc.assert(
      fc.property(dataset, query, (documents, text) => {
        const {result, trace} = run(text, documents)
        expect({text, isSame: isSameValue(trace.value, result)}).toEqual({text, isSame: true})
        for (const style of ['byKey', 'byIndex'] as const) {
          const leaves = resolveLeaves(result, createSourceMap(trace, result, style), byId(documents))
          expect(leaves.filter(isWrong).map((leaf) => ({...leaf, text}))).toEqual([])
        }
      }),
      {numRuns: 500},
    )
  })

  const documents = [
    {
      _id: 'a',
      _type: 'article',
      title: 'Backs',
      subtitle: null,
      author: {_ref: 'p'},
      tags: ['t', 'u'],
      body: [
        {_key: 'one', _type: 'block', children: [{_key: 's', text: 'Hello'}]},
        {_key: 'two', _type: 'card'},
        {_key: 'three', _type: 'block', children: [{_key: 's', text: 'Bye'}]},
      ],
    },
    {_id: 'p', _type: 'person', name: {given: 'Ada'}},
  ]

  test.each([
    ['*[0].title', {$: "a $['title']"}],
    ['*[_id == "a"][0]{title}', {"$['title']": "a $['title']"}],
    ['*[_id == "a"][0]{"by": author->name.given}', {"$['by']": "p $['name']['given']"}],
    [
      '*[_id == "a"][0].body[_type == "block"][1].children[0].text',
      {$: "a $['body'][2]['children'][0]['text']"},
    ],
    [
      '*[_id == "a"][0]{"texts": body[_type == "block"].children[].text}',
      {
        "$['texts'][0]": "a $['body'][0]['children'][0]['text']",
        "$['texts'][1]": "a $['body'][2]['children'][0]['text']",
      },
    ],
    ['*[_id == "a"][0]{"t": coalesce(subtitle, title, "none")}', {"$['t']": "a $['title']"}],
    ['*[_id == "a"][0]{"t": coalesce(subtitle, "none")}', {"$['t']": 'literal'}],
    ['*[_id == "a"][0]{"t": title + "!"}', {"$['t']": 'unknown'}],
    ['*[_id == "a"][0]{"t": pt::text(body)}', {"$['t']": 'unknown'}],
    ['*[_id == "a"][0]{"missing": seo.title}', {"$['missing']": 'unknown'}],
    ['*[_id == "a"][0]{seoTitle}', {"$['seoTitle']": "a $['seoTitle']"}],
    ['(*[0].tags | order(@ desc))[0]', {$: "a $['tags'][1]"}],
    ['*[_id == "p"][0]', {$: 'p $'}],
    [
      '*[_id == "a"][0]{author->{"n": name.given, "of": ^.title}}',
      {"$['author']['n']": "p $['name']['given']", "$['author']['of']": "a $['title']"},
    ],
  ])('%s', (text, expected) => {
    const {result, trace} = run(text, documents)
    const map = createSourceMap(trace, result, 'byIndex')
    const readable = Object.entries(map.mappings).map(([path, {source}]) => {
      if (source.type !== 'documentValue') return [path, source.type]
      return [path, `${map.documents[source.document]?._id} ${map.paths[source.path]}`]
    })
    expect(Object.fromEntries(readable)).toEqual(expected)
  })

  test('items are named by their key where the reader asks for it, by index where the key is not theirs alone', () => {
    const {result, trace} = run('*[_id == "a"][0].body[0].children', documents)
    expect(createSourceMap(trace, result, 'byKey').paths).toEqual(["$['body'][?(@._key=='one')]['children']"])
    const twins = [{_id: 'a', _type: 'x', list: [{_key: 'k', v: 1}, {_key: 'k', v: 2}, {v: 3}]}]
    const second = run('*[0].list[].v', twins)
    expect(createSourceMap(second.trace, second.result, 'byKey').paths).toEqual([
      "$['list'][0]['v']",
      "$['list'][1]['v']",
      "$['list'][2]['v']",
    ])
  })

  test('a part that is not what groq-js says has no source', () => {
    const {trace} = run('*[_id == "a"][0]{title, tags}', documents)
    const map = createSourceMap(trace, {title: 'Other', tags: ['t']}, 'byIndex')
    expect(map.mappings).toEqual({
      "$['title']": {type: 'value', source: {type: 'unknown'}},
      "$['tags']": {type: 'value', source: {type: 'unknown'}},
    })
  })
})
