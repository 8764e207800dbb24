import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isPublicId, isPublishedId, publishedIdOf} from '../documents/documentIds.ts'
import {DocumentIds} from './DocumentIds.ts'

const id = fc.constantFrom('a', 'b', 'a.b', 'drafts.a', 'drafts.b', 'versions.r.a', '_.releases.r')
const type = fc.constantFrom('note', 'other', undefined)

test('lists what is there, whatever came, went and changed its type', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, type), {maxLength: 30}), (changes) => {
      const ids = new DocumentIds()
      const known = new Map<string, string>()
      for (const [changed, is] of changes) {
        ids.set(changed, is)
        if (is === undefined) known.delete(changed)
        else known.set(changed, is)
      }
      const all = [...known.keys()].toSorted()
      const where = (test: (one: string) => boolean): string[] => all.filter(test)
      expect(ids.all.values).toEqual(all)
      expect([...ids.types()].toSorted()).toEqual([...new Set(known.values())].toSorted())
      for (const of of ['note', 'other', 'none']) {
        const its = where((one) => known.get(one) === of)
        expect(ids.ofType(of).values).toEqual(its)
        expect(ids.publishedOfType(of, false).values).toEqual(its.filter(isPublishedId))
        expect(ids.publishedOfType(of, true).values).toEqual(its.filter(isPublicId))
      }
      for (const published of ['a', 'b', 'a.b'])
        expect(ids.variantsOf(published)).toEqual(
          where((one) => one !== published && publishedIdOf(one) === published),
        )
      for (const one of ['a', 'drafts.a', 'none'])
        expect([ids.has(one), ids.typeOf(one)]).toEqual([known.has(one), known.get(one)])
    }),
  )
})
