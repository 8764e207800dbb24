import type {ExprNode} from 'groq-js'
import {GroqSyntaxError, parse} from 'groq-js'
import {GroqZodError} from '../GroqZodError.ts'
import type {FoundQuery} from './findQueries.ts'

/** A query's syntax tree, with the parameters that are indexes or bounds of slices. */
export interface ParsedQuery {
  readonly ast: ExprNode
  readonly sliceParams: readonly string[]
}

/** `$from` and `$to` in `[$from...$to]`, `$at` in `[$at]`. Strings and comments are stepped over. */
const BOUNDS =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|\[\s*(?:(?:\$\w+|-?\d+)\s*\.{2,3}\s*(?:\$\w+|-?\d+)|\$\w+)\s*\]/gu

/** What ends in a value, so that a bracket after it reads from that value; after `in` it begins a list. */
const VALUE_BEFORE = /(?:[\w)\]}@^*])\s*$/u
const LIST_BEFORE = /\b(?:in|match)\s*$/u

/**
 * Parses GROQ. A parameter as an index or the bound of a slice is only fixed when the query runs; for the type it
 * makes no difference, so a number of the same width stands in for it.
 *
 * @throws {@link GroqZodError} `query-syntax` with the place and a code frame.
 */
export function parseQuery(query: FoundQuery, frame: (offset: number) => string): ParsedQuery {
  const sliceParams = new Set<string>()
  const text = query.text.text.replace(BOUNDS, (match: string, offset: number, whole: string) => {
    const before = whole.slice(Math.max(0, offset - 40), offset)
    if (!match.startsWith('[') || !VALUE_BEFORE.test(before) || LIST_BEFORE.test(before)) return match
    return match.replaceAll(/\$\w+/gu, (param) => {
      sliceParams.add(param.slice(1))
      // No index from the front: an array that must have two items has a second one for sure.
      return '-1'.padStart(param.length, ' ')
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
