import fc from 'fast-check'
import {junk} from './junk.ts'

export const id = fc.constantFrom(
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
export const value = fc.oneof(
  fc.json({maxDepth: 3}).map((text): unknown => JSON.parse(text)),
  junk,
  fc.constant(0),
)
export const document = fc.record(
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
export const patch = fc.record(
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
export const mutation = fc.oneof(
  fc.record({create: document}),
  fc.record({createOrReplace: document}),
  fc.record({createIfNotExists: document}),
  fc.record({delete: fc.oneof(fc.record({id}), fc.record({query: junk}), value)}),
  fc.record({patch}),
  value,
)
