import {PatchError} from './PatchError.ts'
import {tokenizePath, type Token} from './tokenizePath.ts'

export type Comparator = '==' | '!=' | '>' | '>=' | '<' | '<='
export type Literal = string | number | boolean | null

/** A condition in brackets; an empty `attributes` means the element itself (`@`), no `comparator` means "exists" (`?`). */
export type Filter = {
  type: 'filter'
  attributes: string[]
  comparison?: {comparator: Comparator; literal: Literal}
}

/** What may stand between brackets. */
export type Selector =
  | {type: 'index'; index: number}
  | {type: 'range'; start: number | undefined; end: number | undefined}
  | {type: 'every'}
  | {type: 'names'; names: string[]}
  | Filter

/** One step of a path; `descendants` (`..`) stands for the value itself and everything inside it. */
export type Step =
  | {type: 'attribute'; name: string}
  | {type: 'descendants'}
  | {type: 'select'; selectors: Selector[]}

const comparators: readonly string[] = ['==', '!=', '>', '>=', '<', '<=']
const namedLiterals: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function isComparator(value: string): value is Comparator {
  return comparators.includes(value)
}

/**
 * Parses a JSONMatch path such as `body[_key=="a"].children[0].text`, `..tags[1:3]` or `['my name'][*]`.
 *
 * @throws PatchError `invalidPath` with the position and what was expected.
 * @example
 * ```ts
 * parsePath('a[-1]') // [{type: 'attribute', name: 'a'}, {type: 'select', selectors: [{type: 'index', index: -1}]}]
 * ```
 */
export function parsePath(path: string): Step[] {
  const tokens = tokenizePath(path)
  let at = 0

  const fail = (expected: string): never => {
    const token = tokens[at]
    const where = token === undefined ? 'at its end' : `at position ${token.position}`
    throw new PatchError('invalidPath', path, `The path ${JSON.stringify(path)} needs ${expected} ${where}.`)
  }
  const isSymbol = (value: string, token: Token | undefined = tokens[at]) =>
    token?.type === 'symbol' && token.value === value
  const take = (value: string) => {
    if (!isSymbol(value)) return false
    at += 1
    return true
  }

  const readName = (): string => {
    const token = tokens[at]
    if (token?.type === 'name' || (token?.type === 'text' && token.quote === "'")) {
      at += 1
      return token.value
    }
    return fail('an attribute name')
  }
  const readBound = (): number | undefined => {
    const token = tokens[at]
    if (token?.type !== 'number') return undefined
    if (!Number.isInteger(token.value)) fail('a whole number')
    at += 1
    return token.value
  }
  const readLiteral = (): Literal => {
    const token = tokens[at]
    at += 1
    if (token?.type === 'text' || token?.type === 'number') return token.value
    const named = token?.type === 'name' ? namedLiterals.get(token.value) : undefined
    if (named !== undefined) return named
    at -= 1
    return fail('a string, number, true, false or null')
  }
  const readNames = (): Selector => {
    const names: string[] = []
    const isElement = take('@') || take('$')
    if (!isElement) names.push(readName())
    while (take('.')) names.push(readName())
    if (take('?')) return {type: 'filter', attributes: names}
    const token = tokens[at]
    if (token?.type === 'symbol' && isComparator(token.value)) {
      at += 1
      return {
        type: 'filter',
        attributes: names,
        comparison: {comparator: token.value, literal: readLiteral()},
      }
    }
    return isElement ? fail('a comparison after "@"') : {type: 'names', names}
  }
  const readSelector = (): Selector => {
    if (take('*')) return {type: 'every'}
    if (tokens[at]?.type !== 'number' && !isSymbol(':')) return readNames()
    const start = readBound()
    if (!take(':')) return start === undefined ? fail('an index') : {type: 'index', index: start}
    return {type: 'range', start, end: readBound()}
  }
  const readBrackets = (): Step => {
    const selectors = [readSelector()]
    while (take(',')) selectors.push(readSelector())
    if (!take(']')) fail('"]"')
    return {type: 'select', selectors}
  }
  const readFirst = (): Step => (take('[') ? readBrackets() : readAttribute())
  const readAttribute = (): Step =>
    take('*') ? {type: 'select', selectors: [{type: 'every'}]} : {type: 'attribute', name: readName()}

  const steps: Step[] = []
  if (!isSymbol('..')) steps.push(readFirst())
  while (at < tokens.length) {
    if (take('..')) steps.push({type: 'descendants'}, readFirst())
    else if (take('.')) steps.push(readAttribute())
    else if (take('[')) steps.push(readBrackets())
    else fail('".", ".." or "["')
  }
  return steps
}
