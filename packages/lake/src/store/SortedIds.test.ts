import fc from 'fast-check'
import {expect, test} from 'vitest'
import {SortedIds} from './SortedIds.ts'

test('holds what a sorted set holds, whatever is added and deleted', () => {
  const step = fc.record({
    add: fc.boolean(),
    id: fc.string({unit: fc.constantFrom('a', 'b', '.'), maxLength: 3}),
  })
  fc.assert(
    fc.property(
      fc.array(step),
      fc.string({unit: fc.constantFrom('a', 'b', '.'), maxLength: 2}),
      (steps, prefix) => {
        const ids = new SortedIds()
        const oracle = new Set<string>()
        for (const {add, id} of steps) {
          if (add) ids.add(id)
          else ids.delete(id)
          if (add) oracle.add(id)
          else oracle.delete(id)
        }
        const sorted = [...oracle].toSorted()
        expect(ids.values).toEqual(sorted)
        expect(ids.size).toBe(sorted.length)
        expect(ids.withPrefix(prefix)).toEqual(sorted.filter((id) => id.startsWith(prefix)))
        expect(ids.has(prefix)).toBe(oracle.has(prefix))
      },
    ),
  )
})
