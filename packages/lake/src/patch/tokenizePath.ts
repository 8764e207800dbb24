import {PatchError} from './PatchError.ts'

/** One token of a JSONMatch path; `position` counts UTF-16 units from the start of the path. */
export type Token =
  | {type: 'symbol'; value: string; position: number}
  | {type: 'name'; value: string; position: number}
  | {type: 'number'; value: number; position: number}
  | {type: 'text'; value: string; quote: '"' | "'"; position: number}

// Longest first, so that ".." is not read as two dots. Sticky: each matches at one position only.
const symbolPattern = /\.\.|==|!=|>=|<=|[.,:?[\]*@$<>]/y
const numberPattern = /-?\d+(?:\.\d+)?/y
const namePattern = /[A-Za-z_][A-Za-z0-9_-]*/y
const textPattern = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y
const spacePattern = /\s+/y

function matchAt(pattern: RegExp, source: string, position: number): string | undefined {
  pattern.lastIndex = position
  return pattern.exec(source)?.[0]
}

function readToken(path: string, position: number): {token: Token; length: number} {
  const text = matchAt(textPattern, path, position)
  if (text !== undefined) {
    const quote = text.startsWith('"') ? '"' : "'"
    return {token: {type: 'text', value: unescapeText(path, text), quote, position}, length: text.length}
  }
  const number = matchAt(numberPattern, path, position)
  if (number !== undefined) {
    return {token: {type: 'number', value: Number(number), position}, length: number.length}
  }
  const name = matchAt(namePattern, path, position)
  if (name !== undefined) return {token: {type: 'name', value: name, position}, length: name.length}
  const symbol = matchAt(symbolPattern, path, position)
  if (symbol !== undefined) return {token: {type: 'symbol', value: symbol, position}, length: symbol.length}
  throw new PatchError(
    'invalidPath',
    path,
    `The path ${JSON.stringify(path)} cannot be read at position ${position}. Quote unusual attribute names as ['my name'] and close every quote.`,
  )
}

function unescapeText(path: string, quoted: string): string {
  const inner = quoted.slice(1, -1)
  if (!inner.includes('\\')) return inner
  // A key may hold quotes; @sanity/client writes filters with JSON.stringify, so JSON escapes come back as they went.
  const json = quoted.startsWith('"')
    ? quoted
    : `"${inner.replaceAll("\\'", "'").replaceAll(/(?<!\\)"/g, '\\"')}"`
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'string') return value
  } catch (cause) {
    throw new PatchError(
      'invalidPath',
      path,
      `The path ${JSON.stringify(path)} holds a broken escape in ${quoted}.`,
      {
        cause,
      },
    )
  }
  return inner
}

/**
 * Splits a JSONMatch path into tokens.
 *
 * @throws PatchError `invalidPath` where no token can be read.
 */
export function tokenizePath(path: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < path.length) {
    const space = matchAt(spacePattern, path, position)
    if (space !== undefined) {
      position += space.length
      continue
    }
    const {token, length} = readToken(path, position)
    tokens.push(token)
    position += length
  }
  return tokens
}
