import {PATCHES} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of patches: inserting. */
export const inserting: readonly Row[] = [
  {
    rule: 'insert after an element',
    source: `${PATCHES}: insert`,
    before: {l: [1, 3]},
    patch: {insert: {after: 'l[0]', items: [2]}},
    after: {l: [1, 2, 3]},
  },
  {
    rule: 'insert before an element',
    before: {l: [1, 3]},
    patch: {insert: {before: 'l[1]', items: [2]}},
    after: {l: [1, 2, 3]},
  },
  {
    rule: 'insert after [-1] appends',
    source: '@sanity/client, Patch.append: insert("after", `${selector}[-1]`, items)',
    before: {l: [1]},
    patch: {insert: {after: 'l[-1]', items: [2, 3]}},
    after: {l: [1, 2, 3]},
  },
  {
    rule: 'insert before [0] prepends',
    source: '@sanity/client, Patch.prepend: insert("before", `${selector}[0]`, items)',
    before: {l: [3]},
    patch: {insert: {before: 'l[0]', items: [1, 2]}},
    after: {l: [1, 2, 3]},
  },
  {
    rule: 'insert after [-1] of an empty array',
    before: {l: []},
    patch: {insert: {after: 'l[-1]', items: [1]}},
    after: {l: [1]},
  },
  {
    rule: 'insert before [0] of an empty array',
    before: {l: []},
    patch: {insert: {before: 'l[0]', items: [1]}},
    after: {l: [1]},
  },
  {
    rule: 'insert after an element by its key',
    before: {l: [{_key: 'a'}, {_key: 'b'}]},
    patch: {insert: {after: 'l[_key=="a"]', items: [{_key: 'c'}]}},
    after: {l: [{_key: 'a'}, {_key: 'c'}, {_key: 'b'}]},
  },
  {
    rule: 'insert into a nested array',
    before: {a: {l: [1]}},
    patch: {insert: {after: 'a.l[-1]', items: [2]}},
    after: {a: {l: [1, 2]}},
  },
  {
    rule: 'insert into the array of an element',
    before: {l: [{_key: 'a', m: [1]}]},
    patch: {insert: {before: 'l[_key=="a"].m[0]', items: [0]}},
    after: {l: [{_key: 'a', m: [0, 1]}]},
  },
  {
    rule: 'replace puts items in place of an element',
    before: {l: [1, 2, 3]},
    patch: {insert: {replace: 'l[1]', items: [8, 9]}},
    after: {l: [1, 8, 9, 3]},
  },
  {
    rule: 'replace of a range',
    before: {l: [1, 2, 3, 4]},
    patch: {insert: {replace: 'l[1:3]', items: [9]}},
    after: {l: [1, 9, 4]},
  },
  {
    rule: 'replace from a place to the end',
    source: '@sanity/client, Patch.splice: replace `${selector}[${start}:]`',
    before: {l: [1, 2, 3, 4]},
    patch: {insert: {replace: 'l[2:]', items: [9]}},
    after: {l: [1, 2, 9]},
  },
  {
    rule: 'replace of an empty range inserts',
    source: '@sanity/client, Patch.splice with deleteCount 0',
    before: {l: [1, 2]},
    patch: {insert: {replace: 'l[1:1]', items: [9]}},
    after: {l: [1, 9, 2]},
  },
  {
    rule: 'replace of [-1:] appends',
    source:
      '@sanity/client, Patch.splice: "Negative indexes here means different things … -1 means actually at the end of the array"',
    before: {l: [1, 2]},
    patch: {insert: {replace: 'l[-1:]', items: [9]}},
    after: {l: [1, 2, 9]},
  },
  {
    rule: 'replace of an element by its key',
    before: {l: [{_key: 'a', n: 1}, {_key: 'b'}]},
    patch: {insert: {replace: 'l[_key=="a"]', items: [{_key: 'a', n: 2}]}},
    after: {l: [{_key: 'a', n: 2}, {_key: 'b'}]},
  },
  {
    rule: 'replace with nothing removes',
    before: {l: [1, 2, 3]},
    patch: {insert: {replace: 'l[1]', items: []}},
    after: {l: [1, 3]},
  },
  {
    rule: 'insert into what is no array is refused',
    before: {l: 'text'},
    patch: {insert: {after: 'l[-1]', items: [1]}},
    after: /"l\[-1\]".*array/,
  },
  {
    rule: 'insert without items is refused',
    before: {l: []},
    patch: {insert: {after: 'l[-1]'}},
    after: /items/,
  },
  {
    rule: 'insert before and after at once is refused',
    before: {l: [1]},
    patch: {insert: {after: 'l[-1]', before: 'l[0]', items: [2]}},
    after: /one of before, after or replace/,
  },
  {
    rule: 'insert at a path without brackets is refused',
    before: {l: [1]},
    patch: {insert: {after: 'l', items: [2]}},
    after: /brackets/,
  },
]
