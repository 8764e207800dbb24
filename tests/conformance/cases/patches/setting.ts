import type {Row} from './vocabulary.ts'

/** Cases of patches: setting. */
export const setting: readonly Row[] = [
  {
    rule: 'set writes attributes and leaves the others',
    before: {a: 1, b: 2},
    patch: {set: {a: 3}},
    after: {a: 3, b: 2},
  },
  {
    rule: 'set takes paths',
    before: {m: {h: 1, w: 2}},
    patch: {set: {'m.h': 201}},
    after: {m: {h: 201, w: 2}},
  },
  {rule: 'set makes the objects on its way', before: {}, patch: {set: {'a.b.c': 1}}, after: {a: {b: {c: 1}}}},
  {
    rule: 'set replaces an object whole',
    before: {m: {h: 1, w: 2}},
    patch: {set: {m: {h: 3}}},
    after: {m: {h: 3}},
  },
  {rule: 'set changes the kind of a value', before: {a: 1}, patch: {set: {a: ['x']}}, after: {a: ['x']}},
  {
    rule: 'set of an element by its index',
    before: {l: [1, 2, 3]},
    patch: {set: {'l[1]': 9}},
    after: {l: [1, 9, 3]},
  },
  {
    rule: 'set of an element counted from the end',
    before: {l: [1, 2, 3]},
    patch: {set: {'l[-1]': 9}},
    after: {l: [1, 2, 9]},
  },
  {
    rule: 'set of every element',
    before: {l: [{n: 1}, {n: 2}]},
    patch: {set: {'l[*].n': 0}},
    after: {l: [{n: 0}, {n: 0}]},
  },
  {
    rule: 'set of a range of elements, its end left out',
    before: {l: [1, 2, 3, 4]},
    patch: {set: {'l[1:3]': 0}},
    after: {l: [1, 0, 0, 4]},
  },
  {
    rule: 'set of an element by its key',
    before: {
      l: [
        {_key: 'a', n: 1},
        {_key: 'b', n: 2},
      ],
    },
    patch: {set: {'l[_key=="b"].n': 5}},
    after: {
      l: [
        {_key: 'a', n: 1},
        {_key: 'b', n: 5},
      ],
    },
  },
  {
    rule: 'set of elements by a comparison',
    before: {l: [{n: 1}, {n: 2}, {n: 3}]},
    patch: {set: {'l[n > 1].big': true}},
    after: {l: [{n: 1}, {n: 2, big: true}, {n: 3, big: true}]},
  },
  {
    rule: 'set of elements that have an attribute',
    before: {l: [{n: 1}, {m: 2}]},
    patch: {set: {'l[n?].seen': true}},
    after: {l: [{n: 1, seen: true}, {m: 2}]},
  },
  {
    rule: 'set of plain values by themselves',
    before: {l: ['a', 'b', 'a']},
    patch: {set: {'l[@ == "a"]': 'c'}},
    after: {l: ['c', 'b', 'c']},
  },
  {
    rule: 'set of several attributes at once',
    source: 'JSONMatch: a union of names in brackets',
    before: {a: {x: 1, y: 2, z: 3}},
    patch: {set: {"a['x','y']": 0}},
    after: {a: {x: 0, y: 0, z: 3}},
  },
  {
    rule: 'set of several elements at once',
    source: 'JSONMatch: a union of indexes in brackets',
    before: {l: [1, 2, 3]},
    patch: {set: {'l[0,2]': 0}},
    after: {l: [0, 2, 0]},
  },
  {
    rule: 'set by recursive descent reaches every depth',
    source: 'JSONMatch: ".." searches the whole document',
    before: {a: {n: 1, b: [{n: 2}]}, n: 3},
    patch: {set: {'..n': 0}},
    after: {a: {n: 0, b: [{n: 0}]}, n: 0},
  },
  {
    rule: 'set by recursive descent and a filter',
    source: 'JSONMatch: ..[filter]',
    before: {a: [{name: 'x', v: 1}], b: {c: [{name: 'y', v: 2}]}},
    patch: {set: {'..[name=="y"].v': 9}},
    after: {a: [{name: 'x', v: 1}], b: {c: [{name: 'y', v: 9}]}},
  },
  {
    rule: 'set of an attribute with an unusual name',
    source: "JSONMatch: names may be quoted as ['my name']",
    before: {},
    patch: {set: {"['my name']": 1}},
    after: {'my name': 1},
  },
  {
    rule: 'set of an element that is not there changes nothing',
    before: {l: [{_key: 'a'}]},
    patch: {set: {'l[_key=="z"].n': 1}},
    after: {l: [{_key: 'a'}]},
  },
  {rule: 'set of null keeps the attribute', before: {a: 1}, patch: {set: {a: null}}, after: {a: null}},
]
