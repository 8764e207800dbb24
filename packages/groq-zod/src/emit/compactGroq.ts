import {isDeepStrictEqual} from 'node:util'
import {parse} from 'groq-js'

const LITERAL = String.raw`("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`
// String literals are kept as they are; comments and runs of white space become one space.
const LITERAL_OR_FILLER = new RegExp(String.raw`${LITERAL}|(?:\s|//[^\n]*(?:\n|$))+`, 'gu')
// A literal, and what its value begins with where it is a key.
const KEY = new RegExp(String.raw`${LITERAL}(?::(?=(\w+)(?:->)?\{))?`, 'gu')
const PUNCTUATION = new RegExp(
  String.raw`${LITERAL}| ?([{},|:]|==|!=|<=?|>=?|&&|\|\||=>) ?|([([]) | ([)\]])`,
  'gu',
)

/**
 * Takes the layout out of GROQ, and keys that it implies, so that a page loads less and the query fits an address;
 * literals stay.
 */
export function compactGroq(query: string): string {
  const compact = query
    .replace(LITERAL_OR_FILLER, (_match, literal?: string) => literal ?? ' ')
    .replace(
      PUNCTUATION,
      (_match, literal?: string, sign?: string, opening?: string, closing?: string) =>
        literal ?? sign ?? opening ?? closing ?? '',
    )
    .trim()
  const shortest = compact.replace(KEY, (match, key: string, field?: string) =>
    // `"image":image{…}` is `image{…}`.
    key === `"${field}"` ? '' : match,
  )
  const tree = treeOf(query)
  if (tree === undefined) return query
  return [shortest, compact].find((text) => isDeepStrictEqual(treeOf(text), tree)) ?? query
}

function treeOf(query: string): unknown {
  // Parameters that bound slices must have values before a query parses.
  const params = Object.fromEntries([...query.matchAll(/\$(\w+)/gu)].map(([, name]) => [name, 1]))
  try {
    return parse(query, {params})
  } catch {
    return undefined
  }
}
