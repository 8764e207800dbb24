import fc from 'fast-check'
import {expect, test} from 'vitest'
import {FieldIndex} from './FieldIndex.ts'
import {toFieldValue} from './FieldValue.ts'

const value = fc.constantFrom<unknown>(
  1,
  2,
  -1,
  'a',
  'b',
  'A.b',
  '',
  true,
  false,
  null,
  undefined,
  {x: 1},
  [],
)
const entries = fc.uniqueArray(
  fc.record({id: fc.constantFrom('a', 'b', 'c', 'd', 'drafts.a', 'drafts.b', 'drafts.e', 'e.f'), value}),
  {
    selector: ({id}) => id,
  },
)

/** GROQ's order of types, then of values. */
function rank(item: unknown): string {
  if (typeof item === 'number') return `0${item + 20}`
  if (typeof item === 'string') return `1${item}`
  return typeof item === 'boolean' ? `2${Number(item)}` : '3'
}

const isShown = (id: string): boolean => !id.startsWith('drafts.')

function groupsOf(
  {order, size}: FieldIndex,
  direction: 'asc' | 'desc',
  range = {start: 0, end: size},
): string[][] {
  const groups: string[][] = []
  order.each(direction, range, ({id}, isFirst) => {
    if (isFirst) groups.push([id])
    else groups.at(-1)?.push(id)
    return true
  })
  return groups
}

test('is the same however it came about, and orders as GROQ does', () => {
  fc.assert(
    fc.property(entries, entries, (kept, dropped) => {
      const gone = dropped.filter(({id}) => !kept.some((entry) => entry.id === id))
      const index = new FieldIndex(gone.map((entry) => ({id: entry.id, value: toFieldValue(entry.value)})))
      for (const entry of kept) index.add(entry.id, toFieldValue(entry.value))
      for (const entry of gone) index.delete(entry.id, toFieldValue(entry.value))
      const groups = Object.groupBy(kept, (entry) => rank(entry.value))
      const expected = Object.keys(groups)
        .toSorted()
        .map((key) => (groups[key] ?? []).map(({id}) => id).toSorted())
      expect(groupsOf(index, 'asc')).toEqual(expected)
      expect(groupsOf(index, 'desc')).toEqual(expected.toReversed())
      expect(index.size).toBe(kept.length)
    }),
  )
})

test('an order is cut where values begin to compare otherwise, and left out from the start without tearing values', () => {
  const constants = fc.array(fc.constantFrom<number | string | boolean>(1, 0, 'a', 'B', '', true), {
    maxLength: 3,
  })
  const direction = fc.constantFrom('asc' as const, 'desc' as const)
  fc.assert(
    fc.property(entries, constants, direction, fc.nat(9), (items, compared, way, count) => {
      const index = new FieldIndex(items.map(({id, value: item}) => ({id, value: toFieldValue(item)})))
      const segments = index.order.segments(compared, way)
      const whole = groupsOf(index, way)
      expect(segments.flatMap((segment) => groupsOf(index, way, segment))).toEqual(whole)
      for (const {start, end} of segments) {
        const kinds = index.ids({start, end}).map((id) => {
          const item = toFieldValue(items.find((each) => each.id === id)?.value)
          const kind = typeof item
          return JSON.stringify([
            kind,
            ...compared.map((other) => kind === typeof other && [item < other, item > other]),
          ])
        })
        expect(new Set(kinds).size).toBeLessThanOrEqual(1)
      }
      for (const {start, end} of [{start: 0, end: index.size}, ...segments]) {
        const all = groupsOf(index, way, {start, end})
        const rest = index.order.without(count, way, {start, end}, index.hidden(isShown))
        const left = groupsOf(index, way, rest.left)
        expect(left).toEqual(all.slice(all.length - left.length))
        const gone = all.slice(0, all.length - left.length)
        expect(gone.flat().filter(isShown)).toHaveLength(rest.count)
        expect(rest.count).toBeLessThanOrEqual(count)
        const more = rest.count + (left[0] ?? []).filter(isShown).length
        expect(left.length === 0 || more > count).toBe(true)
      }
    }),
  )
})

test('a range holds what compares so, and only values of the same type', () => {
  const constant = fc.constantFrom<number | string | boolean>(1, 0, 'a', 'B', true)
  fc.assert(
    fc.property(entries, constant, fc.constantFrom('==', '<', '<=', '>', '>='), (items, wanted, operator) => {
      const index = new FieldIndex(items.map(({id, value: item}) => ({id, value: toFieldValue(item)})))
      const holds = (item: number | string | boolean): boolean =>
        ({
          '==': item === wanted,
          '<': item < wanted,
          '<=': item <= wanted,
          '>': item > wanted,
          '>=': item >= wanted,
        })[operator]
      const expected = items.filter(({value: item}) => {
        const isScalar = typeof item === 'number' || typeof item === 'string' || typeof item === 'boolean'
        return isScalar && typeof item === typeof wanted && holds(item)
      })
      expect(index.ids(index.range(operator, wanted)).toSorted()).toEqual(
        expected.map(({id}) => id).toSorted(),
      )
    }),
  )
})

test('words are found without regard to case and to dots within words', () => {
  const index = new FieldIndex([
    {id: 'a', value: 'Lower Back'},
    {id: 'b', value: 'l.o.w.e.r'},
    {id: 'c', value: 7},
    {id: 'd', value: {isDefined: true}},
    {id: 'e', value: {isDefined: false}},
  ])
  expect(index.idsMatching(['lower'], () => true)).toEqual({ids: ['a', 'b', 'd'], isExact: false})
  expect(index.idsMatching(['lower', 'back'], () => true).ids).toEqual(['a', 'd'])
  expect(index.idsMatching(['lower'], (text) => text !== 'Lower Back').ids).toEqual(['b', 'd'])
})

test('words that are taken up bit by bit while entries come and go are those of what is there', () => {
  const texts = fc.constantFrom<unknown>('Lower Back', 'back pain', 'neck', '', 7, null)
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const items = fc.uniqueArray(fc.record({id: ids, value: texts}), {selector: ({id}) => id})
  const change = fc.record({id: ids, value: fc.option(texts, {nil: undefined}), characters: fc.nat(120)})
  fc.assert(
    fc.property(items, fc.array(change, {maxLength: 12}), (before, changes) => {
      const known = new Map(before.map(({id, value: item}) => [id, toFieldValue(item)]))
      const index = new FieldIndex([...known].map(([id, item]) => ({id, value: item})))
      for (const {id, value: item, characters} of changes) {
        index.growWords(characters)
        const was = known.get(id)
        if (was !== undefined) index.delete(id, was)
        known.delete(id)
        if (item === undefined) continue
        known.set(id, toFieldValue(item))
        index.add(id, toFieldValue(item))
      }
      const anew = new FieldIndex([...known].map(([id, item]) => ({id, value: item})))
      for (const piece of ['back', 'neck', 'ack', 'none']) {
        const [grown, whole] = [index, anew].map((one) => one.idsMatching([piece], () => true))
        expect(grown?.ids.toSorted()).toEqual(whole?.ids.toSorted())
        expect(grown?.isExact).toBe(whole?.isExact)
      }
    }),
  )
})

test('so many characters are taken up at a time, and then it is said that all are', () => {
  const index = new FieldIndex(['one', 'two', 'three'].map((id) => ({id, value: id.repeat(100)})))
  expect([index.growWords(0), index.growWords(300), index.growWords(300), index.growWords(1)]).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect(index.growWords(0)).toBe(true)
})
