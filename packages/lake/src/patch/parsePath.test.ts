import {describe, expect, test} from 'vitest'
import {matchPath} from './matchPath.ts'
import {parsePath} from './parsePath.ts'

const value = {
  a: {
    b: [
      {c: 1, _key: 'x"y'},
      {c: 2, n: {m: null}},
    ],
  },
  list: [[1, 2], [3]],
  t: true,
  'a b': {"it's": 1},
}

const cases: [path: string, found: string[]][] = [
  ['a.b[0].c', ['a.b.0.c']],
  ['a.b[*].c', ['a.b.0.c', 'a.b.1.c']],
  ['a.b[c==2]', ['a.b.1']],
  ['a.b[c>=1]', ['a.b.0', 'a.b.1']],
  ['a.b[c<2]', ['a.b.0']],
  ['a.b[c<=1]', ['a.b.0']],
  ['a.b[c=="2"]', []],
  ['a.b[_key=="x\\"y"]', ['a.b.0']],
  ["a.b[_key=='x\"y']", ['a.b.0']],
  ['a.b[n.m==null]', ['a.b.1']],
  ['a.b[n.m?]', ['a.b.1']],
  ['[t==true].a.b[0]', ['a.b.0']],
  ['list[0][1]', ['list.0.1']],
  ['list[*][0]', ['list.0.0', 'list.1.0']],
  ['list[-1][-1]', ['list.1.0']],
  ['list[1:][0]', ['list.1.0']],
  ['list[0,0,-2]', ['list.0']],
  ['..c', ['a.b.0.c', 'a.b.1.c']],
  ['a..c', ['a.b.0.c', 'a.b.1.c']],
  ['..[@==3]', ['list.1.0']],
  ["['a b']['it\\'s']", ["a b.it's"]],
  ["['a b'].*", ["a b.it's"]],
  ['[a,t]', ['a', 't']],
  ['toString', []],
]

describe('paths', () => {
  test.each(cases)('%s', (path, found) => {
    expect(matchPath(value, parsePath(path), 'existing').map((match) => match.path.join('.'))).toEqual(found)
  })
})
