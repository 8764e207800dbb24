import {expect} from 'vitest'
import type {Case} from './Case.ts'
import {contentOf} from './Scope.ts'
import type {Answer, Params, Scope} from './Scope.ts'

/** A change as data: what there is, what is sent, what is answered, and what there is then. */
export type ChangeRow = {
  rule: string
  source: string
  embeddedOnly?: string
  /** Documents that there are before. */
  given?: readonly object[]
  /** Actions sent one after the other before the one in question; each must succeed. */
  first?: readonly object[]
  mutations?: unknown
  actions?: object | object[]
  params?: Params
  /** More members of the request's body. */
  more?: object
  /** @defaultValue 200 */
  status?: number
  answer?: object
  /** What an error says of itself; in a mutation's error of its first item too. */
  error?: {type?: string; description: RegExp; index?: number; item?: object}
  /** The content of documents then, `null` where there is none. */
  leaves?: Readonly<Record<string, object | null>>
  /** Some members of documents then. */
  partly?: Readonly<Record<string, object>>
}

/** Makes a case of a change. */
export function changeCase(row: ChangeRow): Case {
  const {rule, source, embeddedOnly} = row
  return {
    rule,
    source,
    ...(embeddedOnly === undefined ? {} : {embeddedOnly}),
    async run(scope) {
      if (row.given) await scope.given(...row.given)
      for (const action of row.first ?? []) {
        const {status, body} = await scope.act(action)
        if (status !== 200) throw new Error(`The case cannot begin: ${JSON.stringify(body)}`)
      }
      const answer = row.actions
        ? await scope.act(row.actions, row.more)
        : await scope.mutate(row.mutations, row.params, row.more)
      checkAnswer(answer, row)
      await checkDocuments(scope, row)
    },
  }
}

function checkAnswer(answer: Answer, {status, answer: expected, error}: ChangeRow): void {
  // The body stands along, so that a failure shows what was answered.
  expect({status: answer.status, body: answer.body}).toMatchObject({status: status ?? (error ? 409 : 200)})
  if (expected) expect(answer.body).toMatchObject(expected)
  if (!error) return
  const description: unknown = expect.stringMatching(error.description)
  expect(answer.body).toMatchObject({error: {description}})
  if (!error.type) return
  const item = {error: {type: error.type, description, ...error.item}, index: error.index ?? 0}
  expect(answer.body).toMatchObject({error: {items: [item]}})
}

async function checkDocuments(scope: Scope, {leaves = {}, partly = {}}: ChangeRow): Promise<void> {
  for (const [id, content] of Object.entries(leaves)) {
    const document = await scope.get(id)
    expect({id, content: document ? contentOf(document) : null}).toEqual({id, content})
  }
  for (const [id, members] of Object.entries(partly)) {
    expect({id, document: await scope.get(id)}).toMatchObject({id, document: members})
  }
}
