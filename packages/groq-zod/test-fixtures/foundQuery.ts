import type {FoundQuery} from '../src/find/findQueries.ts'
import {StaticText} from '../src/find/StaticText.ts'

/** A query as if it had been found in a source. */
export function foundQuery(name: string, text: string): FoundQuery {
  const file = `/queries/${name}.ts`
  return {name, text: new StaticText([{text, file, offset: 0}]), place: {file, line: 1, column: 1}}
}
