import {PATCHES} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of patches: text edits. */
export const textEdits: readonly Row[] = [
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
]
