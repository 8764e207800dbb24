import {PATCHES, ORDER} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of patches: unsetting. */
export const unsetting: readonly Row[] = [
  {
    rule: 'setIfMissing keeps what is there',
    source: `${PATCHES}: "like set, except existing keys will be preserved"`,
    before: {a: 1},
    patch: {setIfMissing: {a: 2, b: 3}},
    after: {a: 1, b: 3},
  },
  {
    rule: 'setIfMissing makes an array to insert into, in the same patch',
    source: ORDER,
    before: {},
    patch: {setIfMissing: {l: []}, insert: {after: 'l[-1]', items: [1]}},
    after: {l: [1]},
  },
  {
    rule: 'setIfMissing in nested objects',
    before: {m: {h: 1}},
    patch: {setIfMissing: {'m.h': 2, 'm.w': 3}},
    after: {m: {h: 1, w: 3}},
  },
  {rule: 'setIfMissing keeps null', before: {a: null}, patch: {setIfMissing: {a: 1}}, after: {a: null}},
  {
    rule: 'unset removes attributes',
    source: `${PATCHES}: "Deletes one or more attributes. Missing attributes are ignored"`,
    before: {a: 1, b: 2},
    patch: {unset: ['a', 'nothing']},
    after: {b: 2},
  },
  {
    rule: 'unset removes an element by its index',
    before: {l: [1, 2, 3]},
    patch: {unset: ['l[1]']},
    after: {l: [1, 3]},
  },
  {
    rule: 'unset removes an element counted from the end',
    before: {l: [1, 2, 3]},
    patch: {unset: ['l[-1]']},
    after: {l: [1, 2]},
  },
  {
    rule: 'unset removes an element by its key',
    before: {l: [{_key: 'a'}, {_key: 'b'}]},
    patch: {unset: ['l[_key=="a"]']},
    after: {l: [{_key: 'b'}]},
  },
  {
    rule: 'unset removes a range of elements',
    before: {l: [1, 2, 3, 4]},
    patch: {unset: ['l[1:3]']},
    after: {l: [1, 4]},
  },
  {
    rule: 'unset removes the last two elements',
    before: {l: [1, 2, 3, 4]},
    patch: {unset: ['l[-2:]']},
    after: {l: [1, 2]},
  },
  {
    rule: 'unset removes several elements by indexes of before',
    before: {l: [1, 2, 3, 4]},
    patch: {unset: ['l[0,2]']},
    after: {l: [2, 4]},
  },
  {
    rule: 'unset of every element leaves an empty array',
    before: {l: [1, 2]},
    patch: {unset: ['l[*]']},
    after: {l: []},
  },
  {
    rule: 'unset by recursive descent',
    before: {a: {k: 1, b: [{k: 2, n: 3}]}, k: 4},
    patch: {unset: ['..k']},
    after: {a: {b: [{n: 3}]}},
  },
  {
    rule: 'unset of an attribute in elements',
    before: {l: [{a: 1, b: 2}, {a: 3}]},
    patch: {unset: ['l[*].a']},
    after: {l: [{b: 2}, {}]},
  },
]
