import {expect} from 'vitest'
import type {Case} from './Case.ts'
import type {Params} from './Scope.ts'

/** A query as data. */
export type QueryRow = {
  rule: string
  source: string
  given?: readonly object[]
  query: string
  /** Values of `$`-parameters. */
  values?: Readonly<Record<string, unknown>>
  perspective?: string
  version?: string
  result: unknown
}

/** Makes a case of a query: it is asked by GET and by POST. */
export function queryCase({
  rule,
  source,
  given,
  query,
  values = {},
  perspective,
  version,
  result,
}: QueryRow): Case {
  return {
    rule,
    source,
    async run(scope) {
      if (given) await scope.given(...given)
      const seen: Params = perspective === undefined ? {} : {perspective}
      const params = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`$${name}`, JSON.stringify(value)]),
      )
      const asking = version === undefined ? {} : {version}
      expect(await scope.query(query, {...seen, ...params}, asking)).toMatchObject({
        status: 200,
        body: {result},
      })
      const posted = await scope.ask(`/data/query/:dataset?${scope.search(seen)}`, {
        body: {query, params: values},
        ...asking,
      })
      expect(posted).toMatchObject({status: 200, body: {result}})
    },
  }
}
