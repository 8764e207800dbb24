import {isInForce, isRetired} from '@spine-center/rules/safety'
import * as fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {systemClock} from '../client/clock.ts'
import * as inForce from '../queries/fragments/inForce.ts'
import {clinicDocuments, clinicWith, rule} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'

const DAY_MS = 86_400_000

/** What a query gives whose filter is one of ours, under our parameter. */
async function idsWhere(filter: string, documents: readonly object[], instant: string): Promise<unknown> {
  const dataset = documents.map((document, index) => ({...document, _id: String(index)}))
  const params = {asOf: `${instant.slice(0, 10)}T00:00:00Z`}
  return (await evaluate(parse(`*[${filter}]._id`, {params}), {dataset, params})).get()
}

const retirement = fc.constantFrom(
  undefined,
  null,
  {},
  {reason: null},
  {reason: ''},
  {reason: 'Out of use.'},
  {reason: '', replacedBy: {_type: 'reference', _ref: 'other'}},
  {replacedBy: {_type: 'reference', _ref: 'other'}},
  {replacedBy: {_type: 'reference'}},
)
const instant = fc
  .date({min: new Date('2026-11-20T00:00:00Z'), max: new Date('2026-11-30T00:00:00Z'), noInvalidDate: true})
  .map((date) => date.toISOString())
const effectiveFrom = fc.oneof(
  instant.map((at) => at.slice(0, 10)),
  fc.constantFrom(undefined, null, '', 'soon', '2099-01-01', '1999-12-31', '2026-13-45'),
)

/** As the SDK's queries give it to the rules: the reference is its id. */
function toFacts({
  retirement: given,
  ...others
}: {
  retirement?: Retirement
  effectiveFrom?: string | null | undefined
}) {
  return {...others, retirement: given && {reason: given.reason, replacedBy: given.replacedBy?._ref}}
}
type Retirement =
  | {readonly reason?: string | null; readonly replacedBy?: {readonly _ref?: string}}
  | null
  | undefined

describe('rules in force', () => {
  it('are the same to the query and to the screening', async () => {
    const rules = fc.array(fc.record({retirement, effectiveFrom}), {maxLength: 8})
    await fc.assert(
      fc.asyncProperty(rules, instant, async (documents, at) => {
        const expected = documents.flatMap((one, index) =>
          isInForce(toFacts(one), at) ? [String(index)] : [],
        )
        expect(await idsWhere(inForce.isInForce, documents, at)).toEqual(expected)
        const inUse = documents.flatMap((one, index) => (isRetired(toFacts(one)) ? [] : [String(index)]))
        expect(await idsWhere(inForce.isInUse, documents, at)).toEqual(inUse)
      }),
    )
  })

  it.each([
    ['2026-11-25', '2026-11-24T23:59:59.999Z', false],
    ['2026-11-25', '2026-11-25T00:00:00Z', true],
    // Still the day before in New York.
    ['2026-11-25', '2026-11-24T20:00:00-05:00', true],
    ['2099-01-01', '2026-11-25T09:00:00Z', false],
    [undefined, '2026-11-25T09:00:00Z', true],
  ])('from %s on: at %s %s', async (from, at, isThere) => {
    const documents = clinicWith({...rule, effectiveFrom: from})
    const content = createTestContent({documents})
    const {items, problems} = await content.contraindications({asOf: at})
    expect(problems).toEqual([])
    expect(items.map(({_id}) => _id)).toEqual(isThere ? ['rule-flexion-osteoporosis'] : [])
    const screening = {profile: {osteoporosis: 'present'}, at, exercises: ['toe-touch']} as const
    const {exercises} = await content.screen(screening)
    expect(exercises[0]?.verdict).toBe(isThere ? 'avoid' : 'no-restriction-recorded')
    const byClock = createTestContent({
      documents,
      clock: {...systemClock, now: () => Date.parse(at)},
    })
    expect((await byClock.contraindications()).items).toEqual(items)
  })

  it('are asked for by the day, so that caches on the way can keep the answer', async () => {
    const asked: unknown[] = []
    const start = Date.parse('2026-11-25T00:00:00Z')
    for (const afterMs of [0, 1, DAY_MS - 1, DAY_MS]) {
      const content = createTestContent({
        documents: clinicDocuments,
        clock: {...systemClock, now: () => start + afterMs},
        onResponse: ({params}) => asked.push(params['asOf']),
      })
      // oxlint-disable-next-line no-await-in-loop -- the order is what is looked at
      await content.contraindications()
    }
    const day = '2026-11-25T00:00:00Z'
    expect(asked).toEqual([day, day, day, '2026-11-26T00:00:00Z'])
  })

  it('refuse an instant that is none', async () => {
    const content = createTestContent({documents: clinicDocuments})
    await expect(content.contraindications({asOf: 'soon'})).rejects.toThrow(
      new TypeError('`asOf` is soon. Give an ISO 8601 date-time such as 2026-11-26T14:00:00Z.'),
    )
  })

  it('say so when one has a first day that is no date', async () => {
    const content = createTestContent({documents: clinicWith({...rule, effectiveFrom: 'soon'})})
    const {items, problems} = await content.contraindications()
    expect(items).toEqual([])
    expect(problems).toMatchObject([{documentId: 'rule-flexion-osteoporosis', path: 'effectiveFrom'}])
  })
})
