import {PATCHES} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of patches: adding. */
export const adding: readonly Row[] = [
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
]
