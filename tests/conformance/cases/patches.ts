import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'

type Row = {
  rule: string
  source?: string
  before: object
  patch: object | object[]
  /** The content afterwards, or what the refusal says. */
  after: object | RegExp
}

const PATCHES = 'Sanity docs, HTTP patches'
const ORDER =
  'Sanity docs, HTTP patches: set, setIfMissing, unset, inc, dec, insert are applied in this order'

const ROWS: Row[] = [
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
  {
    rule: 'inc adds',
    source: `${PATCHES}: inc "increments a numeric value"`,
    before: {n: 1},
    patch: {inc: {n: 2}},
    after: {n: 3},
  },
  {rule: 'dec takes away', before: {n: 5}, patch: {dec: {n: 2}}, after: {n: 3}},
  {
    rule: 'inc of fractions and negative numbers',
    before: {n: 1, m: 1},
    patch: {inc: {n: 0.5, m: -3}},
    after: {n: 1.5, m: -2},
  },
  {
    rule: 'inc of numbers in elements',
    before: {l: [{n: 1}, {n: 2}]},
    patch: {inc: {'l[*].n': 10}},
    after: {l: [{n: 11}, {n: 12}]},
  },
  {
    rule: 'inc of what is no number is refused',
    source: `${PATCHES}: "the value must be numeric"`,
    before: {n: 'one'},
    patch: {inc: {n: 1}},
    after: /"n".*number/,
  },
  {rule: 'inc by what is no number is refused', before: {n: 1}, patch: {inc: {n: 'x'}}, after: /"n".*number/},
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
  {
    rule: 'diffMatchPatch edits a text',
    source: `${PATCHES}: diffMatchPatch`,
    before: {t: 'The rabid dog'},
    patch: {diffMatchPatch: {t: '@@ -1,13 +1,12 @@\n The \n-rabid\n+nice\n  dog\n'}},
    after: {t: 'The nice dog'},
  },
  {
    rule: 'diffMatchPatch edits a text in an element',
    before: {l: [{_key: 'a', t: 'abc'}]},
    patch: {diffMatchPatch: {'l[_key=="a"].t': '@@ -1,3 +1,4 @@\n abc\n+d\n'}},
    after: {l: [{_key: 'a', t: 'abcd'}]},
  },
  {
    rule: 'diffMatchPatch counts beyond the basic plane as clients do',
    source: '@sanity/diff-match-patch: indexes are UTF-8 based and converted',
    before: {t: '🦴 bone'},
    patch: {diffMatchPatch: {t: '@@ -1,9 +1,10 @@\n %F0%9F%A6%B4 bone\n+s\n'}},
    after: {t: '🦴 bones'},
  },
  {
    rule: 'diffMatchPatch of what is no text is refused',
    before: {t: 1},
    patch: {diffMatchPatch: {t: '@@ -1 +1 @@\n-a\n+b\n'}},
    after: /"t".*string/,
  },
  {
    rule: 'diffMatchPatch that cannot be read is refused',
    before: {t: 'a'},
    patch: {diffMatchPatch: {t: 'nonsense'}},
    after: /"t".*patch/,
  },
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

/** Patches of the mutation API: each operation, each form of path, the order, and what is refused. */
export const patches: Subject = {subject: 'patches', cases: ROWS.map(toCase)}

function toCase({rule, source = PATCHES, before, patch, after}: Row): Case {
  return {
    rule,
    source,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', ...before})
      const list = Array.isArray(patch) ? patch : [patch]
      const answer = await scope.mutate(list.map((one: object) => ({patch: {id: '~a', ...one}})))
      if (after instanceof RegExp) {
        expect(answer).toMatchObject({
          status: 400,
          body: {
            error: {
              type: 'mutationError',
              items: [{error: {description: expect.stringMatching(after)}, index: 0}],
            },
          },
        })
        expect(await scope.content('~a')).toEqual(before)
      } else {
        expect(answer).toMatchObject({status: 200})
        expect(await scope.content('~a')).toEqual(after)
      }
    },
  }
}
