import type {ExprNode} from 'groq-js'
import {GroqSyntaxError, parse} from 'groq-js'
import {GroqZodError} from '../GroqZodError.ts'
import type {FoundQuery} from './findQueries.ts'

/** A query's syntax tree, with the parameters that bound its slices. */
export interface ParsedQuery {
  readonly ast: ExprNode
  readonly sliceParams: readonly string[]
}

/** `$from` and `$to` in `[$from...$to]`. Strings and comments are stepped over. */
const SLICE =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|\[\s*(?<left>\$\w+|-?\d+)(?<dots>\s*\.{2,3}\s*)(?<right>\$\w+|-?\d+)\s*\]/gu

/**
 * Parses GROQ. A parameter as the bound of a slice is only fixed when the query runs; for the type it makes no
 * difference, so a number of the same width stands in for it.
 *
 * @throws {@link GroqZodError} `query-syntax` with the place and a code frame.
 */
export function parseQuery(query: FoundQuery, frame: (offset: number) => string): ParsedQuery {
  const sliceParams = new Set<string>()
  const text = query.text.text.replace(SLICE, (match: string) => {
    if (!match.startsWith('[')) return match
    return match.replaceAll(/\$\w+/gu, (param) => {
      sliceParams.add(param.slice(1))
      return '1'.padStart(param.length, ' ')
    })
  })
  try {
    return {ast: parse(text), sliceParams: [...sliceParams]}
  } catch (cause) {
    const offset = cause instanceof GroqSyntaxError ? cause.position : 0
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new GroqZodError(
      'query-syntax',
      `The query "${query.name}" does not parse: ${message}\n${frame(offset)}`,
      {
        cause,
      },
    )
  }
}
