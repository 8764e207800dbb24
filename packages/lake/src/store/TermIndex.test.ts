import fc from 'fast-check'
import {expect, test} from 'vitest'
import {asciiWords, TermIndex} from './TermIndex.ts'

const text = fc
  .array(fc.constantFrom('Knee', 'knees', 'a.b', 'AB', 'über', 'knee-bend', 'x', '42', ''), {maxLength: 4})
  .map((words) => words.join(' '))
const piece = fc.constantFrom('knee', 'nee', 'ab', 'ber', 'x', '4', 'none')

test('finds the texts in whose words every piece occurs, whatever was added and deleted', () => {
  fc.assert(
    fc.property(
      fc.array(text),
      fc.array(text),
      fc.array(fc.array(piece, {minLength: 1, maxLength: 3})),
      (kept, gone, searches) => {
        const index = new TermIndex<{text: string; mark: number}>()
        const entries = [...gone, ...kept].map((of) => ({text: of, mark: 0}))
        for (const entry of entries) index.add(entry.text, entry)
        for (const entry of entries.slice(0, gone.length)) index.delete(entry.text, entry)
        for (const pieces of searches) {
          const holds = (of: string): boolean =>
            pieces.every((one) => of.replaceAll('.', '').toLowerCase().includes(one))
          expect(
            index
              .having(pieces)
              .map((entry) => entry.text)
              .toSorted(),
          ).toEqual(kept.filter(holds).toSorted())
        }
      },
    ),
  )
})

test('words are cut at everything but ASCII letters and digits, dots are passed over', () => {
  expect(asciiWords('Knee-bend, 2.5 über')).toEqual(['knee', 'bend', '25', 'ber'])
})
