import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {FieldIndex} from '../store/FieldIndex.ts'
import {asciiWords} from '../store/TermIndex.ts'
import {attributePath} from './attributePaths.ts'
import {compileMatch} from './compileMatch.ts'
import {constantOf} from './constantOf.ts'
import type {DocumentView} from './DocumentView.ts'
import type {Narrowed} from './Narrowed.ts'

// groq-js compares only so much of a word.
const MAX_PATTERN = 1000

const MIRRORED = {'==': '==', '<': '>', '<=': '>=', '>': '<', '>=': '<='} as const

type Comparison = keyof typeof MIRRORED

/** Candidates for one condition on a member of documents of one type: equality, an order, or a text match. */
export function narrowByField(
  part: ExprNode,
  type: string,
  params: JsonObject,
  view: DocumentView,
): Narrowed | undefined {
  if (part.type !== 'OpCall') return undefined
  const {op, left, right} = part
  if (op === 'match') return narrowMatch(left, constantOf(right, params), type, view)
  if (!isComparison(op)) return undefined
  return (
    narrowComparison(op, left, constantOf(right, params), type, view) ??
    narrowComparison(MIRRORED[op], right, constantOf(left, params), type, view)
  )
}

function isComparison(op: string): op is Comparison {
  return Object.hasOwn(MIRRORED, op)
}

function narrowComparison(
  op: Comparison,
  path: ExprNode,
  constant: unknown,
  type: string,
  view: DocumentView,
): Narrowed | undefined {
  const isScalar =
    typeof constant === 'string' || typeof constant === 'number' || typeof constant === 'boolean'
  const name = attributePath(path)
  const index = isScalar && name !== undefined ? view.fieldIndex(type, name) : undefined
  if (!index || !isScalar) return undefined
  const range = index.range(op, constant)
  return {
    index: `${type}.${name ?? ''}`,
    estimate: range.end - range.start,
    isExact: true,
    type,
    isAscending: op === '==',
    ids: () => index.ids(range),
  }
}

function narrowMatch(
  left: ExprNode,
  pattern: unknown,
  type: string,
  view: DocumentView,
): Narrowed | undefined {
  const name = attributePath(left)
  if (name === undefined || typeof pattern !== 'string' || pattern.length > MAX_PATTERN) return undefined
  // They must occur in whatever matches. Only ASCII letters and digits count: for those, matching without regard to case
  // means the same everywhere, and no rule for splitting words cuts them apart.
  const pieces = asciiWords(pattern)
  const index: FieldIndex | undefined = pieces.length === 0 ? undefined : view.fieldIndex(type, name, true)
  if (!index) return undefined
  const test = compileMatch(pattern)
  const {ids, isExact} = index.idsMatching(pieces, test ?? (() => true))
  return {
    index: `${type}.${name}`,
    estimate: ids.length,
    isExact: isExact && test !== undefined,
    type,
    ids: () => ids,
  }
}
