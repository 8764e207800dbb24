import fc from 'fast-check'
import {action} from './action.ts'
import {VALUES, junk} from './junk.ts'
import {mutation, value} from './mutation.ts'

const mutationBody = fc.record(
  {
    mutations: fc.oneof(
      {weight: 5, arbitrary: fc.array(mutation, {maxLength: 3})},
      {weight: 1, arbitrary: value},
    ),
    transactionId: value,
  },
  {requiredKeys: ['mutations']},
)
const actionBody = fc.record(
  {
    actions: fc.oneof(
      {weight: 5, arbitrary: fc.array(action, {maxLength: 3})},
      {weight: 1, arbitrary: value},
    ),
    transactionId: value,
    dryRun: value,
  },
  {requiredKeys: ['actions']},
)
const queryBody = fc.record(
  {query: fc.oneof(fc.constantFrom(...VALUES), junk), params: fc.dictionary(junk, value), perspective: junk},
  {requiredKeys: ['query']},
)
const settingsBody = fc.array(fc.record({key: junk, value}), {maxLength: 3})
const hookBody = fc.record(
  {
    type: value,
    name: junk,
    url: junk,
    dataset: junk,
    rule: value,
    headers: value,
    aclMode: junk,
    targetDataset: junk,
  },
  {requiredKeys: []},
)

// What a route expects, roughly; now and then what another one does.
function jsonFor(route: string): fc.Arbitrary<unknown> {
  const bodies: [string, fc.Arbitrary<unknown>][] = [
    ['/mutate/', mutationBody],
    ['/actions/', actionBody],
    ['/query/', queryBody],
    ['/keyvalue', settingsBody],
    ['/hooks/', hookBody],
  ]
  const own = bodies.find(([part]) => route.includes(part))?.[1] ?? hookBody
  return fc.oneof({weight: 6, arbitrary: own}, ...bodies.map(([, other]) => other), value)
}

const OTHER_BODIES = [
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'form=x&user=y',
  '{"a":1e999}',
  '{"__proto__":{"x":1}}',
  '{"a":"\\ud800"}',
  '['.repeat(5000),
  '\ufeff{}',
]

/** What is sent to a route. */
export function bodyFor(route: string): fc.Arbitrary<Buffer> {
  return fc.oneof(
    {weight: 8, arbitrary: jsonFor(route).map((sent) => Buffer.from(JSON.stringify(sent) ?? ''))},
    {weight: 1, arbitrary: fc.uint8Array({maxLength: 200}).map((sent) => Buffer.from(sent))},
    {weight: 1, arbitrary: fc.constantFrom(...OTHER_BODIES).map((sent) => Buffer.from(sent))},
  )
}
