import fc from 'fast-check'
import type {JsonObject} from '../json/isJsonObject.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
/** Of published documents, drafts and versions. */
export const STORED_IDS = [
  ...IDS,
  'drafts.a',
  'drafts.b',
  'drafts.g',
  'versions.r1.a',
  'versions.r1.c',
  'versions.r2.h',
]
const TYPES = ['article', 'person', 'topic']
const SLUGS = ['one', 'two', 'drei']

const reference = fc.constantFrom(...IDS, 'missing').map((_ref) => ({_type: 'reference', _ref, _weak: true}))
/** A document without its id. */
export const documentBody = fc.record(
  {
    _type: fc.constantFrom(...TYPES),
    title: fc.constantFrom('Backs', 'Necks and backs', 'Knees', ''),
    n: fc.oneof(fc.integer({min: -2, max: 3}), fc.constant('text'), fc.constant(null)),
    slug: fc.oneof(
      fc.constantFrom(...SLUGS).map((current): unknown => ({current})),
      fc.constantFrom(...SLUGS),
    ),
    author: fc.oneof(reference, fc.constant(null)),
    friends: fc.array(fc.oneof(reference, fc.constant('b')), {maxLength: 3}),
    deep: fc
      .array(
        reference.map((to) => ({to})),
        {maxLength: 2},
      )
      .map((of) => ({of})),
  },
  {requiredKeys: ['_type'], noNullPrototype: true},
)
/** Documents of few ids, so that they meet. */
export const documents = fc
  .uniqueArray(fc.constantFrom(...STORED_IDS), {minLength: 2})
  .chain((ids) => fc.tuple(...ids.map((_id) => documentBody.map((body): JsonObject => ({...body, _id})))))

const literal = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values.map((value) => JSON.stringify(value)), '$text', '$none', 'null')
const atom = fc.oneof(
  fc.constantFrom(...TYPES, 'none').map((type) => `_type == "${type}"`),
  fc.constantFrom(
    '_type in $types',
    '_type in ["article", "topic"]',
    '"article" == _type',
    '_type != "person"',
  ),
  literal(STORED_IDS).map((id) => `_id == ${id}`),
  fc.constantFrom(
    '_id in $ids',
    '_id in ["a", "drafts.b", "x"]',
    '_id in path("drafts.**")',
    '!(_id in path("versions.**"))',
  ),
  literal(SLUGS).map((slug) => `slug.current == ${slug}`),
  fc.constantFrom(...IDS).map((id) => `references("${id}")`),
  fc.constantFrom(
    'references($ids)',
    'references("a", "b")',
    'references($none)',
    'references(null)',
    'references([])',
  ),
  fc.constantFrom(...IDS).map((id) => `author._ref == "${id}"`),
  fc.constantFrom(
    '"b" in friends[]._ref',
    '$text in friends[]._ref',
    '"c" in deep.of[].to._ref',
    'author._ref in $ids',
  ),
  fc.constantFrom(
    'sanity::versionOf("a")',
    'sanity::partOfRelease("r1")',
    'defined(author)',
    'n > 0',
    'n == null',
  ),
  fc.constantFrom(
    'title match "back*"',
    '[@, _id] match "a"',
    'author->title == "Backs"',
    'author->slug.current == "one"',
    'author->author->slug.current == "two"',
    '"two" in friends[]->slug.current',
    '"one" in friends[_ref != "a"]->friends[]->slug.current',
    '"drei" in deep.of[].to->slug.current',
    'count(friends) > 1',
    'true',
    'null',
  ),
)
/** Conditions of all kinds that indexes narrow, or do not, in any combination. */
export const filter = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    atom,
    fc
      .tuple(tie('filter'), fc.constantFrom('&&', '||'), tie('filter'))
      .map(([l, op, r]) => `(${l} ${op} ${r})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
})).filter
const correlated = fc.constantFrom(
  '*[references(^._id)]._id',
  '*[_id == ^.author._ref][0].title',
  '*[_id in ^.friends[]._ref]{_id, title}',
  '*[author._ref == ^._id && _type == "article"]{_id, "up": *[_id == ^.^.author._ref]._id}',
  'count(*[^._id in friends[]._ref])',
  '*[slug.current == ^.slug.current && _id != ^._id]._id',
  '*[references(^.friends[]._ref)]._id',
  '*[_id in [^._id, "a"]]._id',
  'friends[]->{title, "back": *[references(^._id)]._id}',
  'author->{"n": count(*[author._ref == ^._id]), "list": *[_id in ^.friends[]._ref]._id}',
  'deep.of[to._ref in *[_type == "person"]._id]',
  '*[_type == "topic" && references(^.author._ref)]._id',
)
const query = fc
  .tuple(filter, filter, correlated, correlated)
  .map(([first, second, one, two]) => ({first, second, one, two}))
/** Queries with such conditions inside. */
export const queries = query.chain(({first, second, one, two}) =>
  fc.constantFrom(
    `*[${first}]`,
    `count(*[${first}])`,
    `count(*[_type == "article" && ${first}])`,
    `*[_type == "article" && ${first}] | order(n desc) [0...2] {_id, n, "x": ${one}}`,
    `*[_type == "person"] | order(title) [0]`,
    `(*[_type == "article"] | order(n, title desc))[0..1]{_id, n}`,
    `*[_type == "article" && ${first}] | order(slug.current desc, _id desc) [1...3]._id`,
    `*[${first}][${second}]._id`,
    `*[${first}] | order(n desc, _id) [0...3] {_id, title, "x": ${one}}`,
    `*[${first}][0]{_id, "x": ${one}, "y": ${two}}`,
    `{"a": *[${first}]._id, "b": count(*[${second}])}`,
    `*[${first}].author->{_id, "x": ${one}}`,
    `*[${first}]{_id, "current": slug.current, "to": (author)._ref, deep, none, "title": n}`,
    `*[${first}]{n, title, "x": @.author._ref} | order(n desc, x) [0...3]`,
    `*[_type == "article"]{"list": *[${first}]{_id, n}, "first": *[${second}]{n}[0].n}`,
    `*[_id in *[${first}].author._ref]{_id, "x": ${one}}`,
    `*[${first}]{"s": select(${second} => ${one}, ${two})}`,
    `*[${first} && count(*[references(^._id) && (${second})]) > 0]._id`,
    `math::sum(*[${first}].n)`,
    `*[${first}] | score(title match "backs") | order(_score desc, _id) {_id, _score}`,
    `*[${first}] | score(${second}, boost(title match "backs bends", 2)) [_score > 0] | order(_score desc, _id) {_id, _score}`,
    `[...*[${first}]._id, *[${second}][0]._id]`,
    `*[${first}][0...2]{_id, "x": ${one}}`,
    `*[${first}] | order(_id) [1..2]`,
    `*[_type in ["article"] && ${first}]{_id, "keys": [n, author._ref]} | order(keys[0] desc, lower(keys[1])) [0...3]`,
    `*[${first}]{n, title}[0]`,
  ),
)

/** What the conditions name. */
export const PARAMS = {text: 'b', none: null, types: ['article', 'person'], ids: ['a', 'c', 'drafts.a']}
