import {PATCHES, ORDER} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of patches: order. */
export const order: readonly Row[] = [
  {
    rule: 'set comes before inc, whatever the order of the keys',
    source: ORDER,
    before: {n: 1},
    patch: {inc: {n: 1}, set: {n: 10}},
    after: {n: 11},
  },
  {
    rule: 'inc comes before dec',
    source: ORDER,
    before: {n: 1},
    patch: {dec: {n: 2}, inc: {n: 10}},
    after: {n: 9},
  },
  {rule: 'unset comes after set', source: ORDER, before: {}, patch: {unset: ['a'], set: {a: 1}}, after: {}},
  {
    rule: 'unset comes after setIfMissing',
    source: ORDER,
    before: {a: 1},
    patch: {setIfMissing: {a: 2}, unset: ['a']},
    after: {},
  },
  {
    rule: 'insert comes last',
    source: ORDER,
    before: {l: [1, 2]},
    patch: {insert: {after: 'l[-1]', items: [3]}, unset: ['l[0]']},
    after: {l: [2, 3]},
  },
  {
    rule: 'patches of one transaction come one after the other',
    source: 'Sanity docs, Transactions: "mutations are executed in the order given"',
    before: {n: 1},
    patch: [{set: {n: 5}}, {inc: {n: 1}}, {set: {m: 1}}],
    after: {n: 6, m: 1},
  },
  {
    rule: 'a patch without an operation changes no content',
    source: 'Studio: the first edit is a patch that does nothing, and waits for its event',
    before: {a: 1},
    patch: {unset: ['_empty_action_guard_pseudo_field_']},
    after: {a: 1},
  },
  {
    rule: 'an operation that there is none of is refused by name',
    source: 'no silent loss: an edit that is not understood is not acknowledged',
    before: {a: 1},
    patch: {replaceAll: {a: 2}},
    after: /replaceAll/,
  },
  {
    rule: 'merge is no operation',
    source: `${PATCHES} lists set, setIfMissing, unset, inc, dec, insert, diffMatchPatch`,
    before: {a: 1},
    patch: {merge: {a: 2}},
    after: /merge/,
  },
  {
    rule: 'a path that cannot be read is refused, and named',
    before: {a: 1},
    patch: {set: {'a[': 2}},
    after: /"a\["/,
  },
  {
    rule: 'set of what is no object is refused',
    before: {a: 1},
    patch: {set: 'a'},
    after: /set needs an object/,
  },
  {
    rule: 'unset of what is no array is refused',
    before: {a: 1},
    patch: {unset: 'a'},
    after: /unset needs an array/,
  },
  {
    rule: 'the prototype of objects cannot be reached',
    source: 'a path may say __proto__ or constructor',
    before: {a: 1},
    patch: {set: {'constructor.prototype.x': 1}},
    after: {a: 1, constructor: {prototype: {x: 1}}},
  },
  {
    rule: 'deep documents are patched at their leaves',
    before: {a: {b: {c: {d: {e: {f: 1}}}}}},
    patch: {set: {'a.b.c.d.e.f': 2}},
    after: {a: {b: {c: {d: {e: {f: 2}}}}}},
  },
  {
    rule: 'Portable Text spans are edited by key',
    source: 'Studio: body[_key=="…"].children[_key=="…"].text',
    before: {body: [{_key: 'b', _type: 'block', children: [{_key: 's', _type: 'span', text: 'a'}]}]},
    patch: {set: {'body[_key=="b"].children[_key=="s"].text': 'z'}},
    after: {body: [{_key: 'b', _type: 'block', children: [{_key: 's', _type: 'span', text: 'z'}]}]},
  },
]
