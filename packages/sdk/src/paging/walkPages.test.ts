import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isRecord} from '../core.ts'
import {clinicDocuments} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import type {TestDocument} from '../testing/overlayDocuments.ts'
import {sortedLists, walk} from './walkPages.fixture.ts'

/** Keys as editors, imports and scripts may leave them, with many that are equal. */
const oddKey = fc.oneof(
  fc.constantFrom('Backs', 'backs', '', '10', 'true', 'Ärzte', '😀', '2026-01-02T09:00:00Z', '2026-01-02'),
  fc.constantFrom(0, 10, -1, true, false, null, undefined),
  fc.constantFrom<unknown>([], ['Backs'], {}, {en: 'Backs'}),
)

const term: TestDocument = {
  _id: 'term-disc',
  _type: 'glossaryTerm',
  language: 'en',
  term: 'Disc',
  slug: {_type: 'slug', current: 'disc'},
  definition: 'What lies between two vertebrae.',
}
const clinic = [...clinicDocuments, term]

const cases = sortedLists('exercise', 'end-range-spinal-flexion').flatMap((list) =>
  (['published', 'drafts'] as const).map((perspective) => ({list, perspective, name: list.name})),
)

describe('walking the pages of a list', () => {
  it.each(cases)('gives $name of $perspective once each, in order', async ({list, perspective}) => {
    const {read, type, withKey} = list
    const own = clinic.filter((document) => document['_type'] === type)
    const [template] = own
    expect(template).toBeDefined()
    if (!template) return
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(oddKey, fc.boolean()), {maxLength: 12}),
        fc.integer({min: 1, max: 5}),
        async (keys, limit) => {
          const made = keys.map(([key, isDraft], index) => ({
            ...withKey(template, key),
            _id: `${isDraft ? 'drafts.' : ''}row-${index}`,
          }))
          const content = open([...clinic, ...made], perspective)
          const whole = await read(content, {limit: 1000})
          expect(await walk((options) => read(content, options), limit)).toEqual({
            items: whole.items,
            problems: whole.problems,
          })
          const shown = made.filter(({_id: id}) => perspective === 'drafts' || !id.startsWith('drafts.'))
          const leftOut = new Set(whole.problems.map(({documentId}) => documentId))
          expect(whole.items.length + leftOut.size).toBe(shown.length + ownShown(own, list.name))
        },
      ),
      {numRuns: 20},
    )
  })

  it.each(cases.filter(({name}) => name === 'articles' || name === 'topics'))(
    'gives $name of $perspective that stay once each while others come and go',
    async ({list: {read, type, withKey}, perspective}) => {
      const [template] = clinic.filter((document) => document['_type'] === type)
      if (!template) throw new Error(`The clinic has no ${type}.`)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(oddKey, fc.constantFrom('stays', 'comes', 'goes')), {maxLength: 14}),
          fc.integer({min: 1, max: 4}),
          async (rows, limit) => {
            const made = rows.map(([key, fate], index) => ({
              ...withKey(template, key),
              _id: `${fate}-${index}`,
            }))
            const withoutFate = (fate: string) =>
              open([...clinic, ...made.filter(({_id: id}) => !id.startsWith(fate))], perspective)
            const [before, after] = [withoutFate('comes'), withoutFate('goes')]
            let pages = 0
            const changing = await walk((options) => read(pages++ === 0 ? before : after, options), limit)
            const staying = await read(open([...clinic, ...made.filter(isStaying)], perspective), {
              limit: 1000,
            })
            expect(changing.items.filter(isStaying)).toEqual(staying.items)
            expect(changing.problems.filter(({itemId}) => isStaying({_id: itemId}))).toEqual(staying.problems)
          },
        ),
        {numRuns: 30},
      )
    },
  )
})

function isStaying(item: unknown): boolean {
  return isRecord(item) && !/^(?:comes|goes)-/.test(String(item['_id']))
}

// One exercise of the clinic alone is of the pattern that is asked for.
function ownShown(own: readonly TestDocument[], name: string): number {
  return name === 'exercises of a pattern' ? 1 : own.length
}

// Content that may be incomplete is the wider type of the two; a stack of nothing else shows what is published.
function open(documents: readonly TestDocument[], perspective: 'published' | 'drafts') {
  return createTestContent({documents, perspective: perspective === 'drafts' ? 'drafts' : ['published']})
}
