import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {attributePath} from './attributePaths.ts'
import {conjuncts} from './conjuncts.ts'
import {constantOf} from './constantOf.ts'
import {WORTH_ASKING} from './createTextSearch.ts'
import type {DocumentView} from './DocumentView.ts'
import {someNode} from './mapTree.ts'
import {narrowFilter} from './narrowFilter.ts'
import {isLookup} from './reservedReference.ts'
import {mostTelling, piecesOf} from './searchPieces.ts'

/**
 * Says of stored ids whether their documents may pass a filter that searches whole documents, as the Studio's lists do.
 * Once many were asked for, the database is asked which have the words at all: the others need not be read.
 */
export function createSearchSieve(
  filter: ExprNode,
  params: JsonObject,
  view: DocumentView,
): (storedId: string, onRead: () => void) => boolean {
  const isSearch = someNode(filter, (node) => isLookup(node, 'text'))
  const isKnown = isSearch && !view.isServing && !view.changed
  const ask = rememberAnswers(view)
  const finders = isKnown
    ? conjuncts(filter).flatMap((part) => finderOf(part, {params, view, ask}) ?? [])
    : []
  let asked = 0
  let sets: readonly ReadonlySet<string>[] | undefined
  return (id, onRead) => {
    asked += 1
    if (finders.length === 0 || asked <= WORTH_ASKING) return true
    sets ??= finders.map((find) => find(onRead))
    return sets.every((set) => set.has(id))
  }
}

type Finder = (onRead: () => void) => ReadonlySet<string>

/** Says which documents have all of some pieces of words, and perhaps others. */
type Ask = (pieces: readonly string[], onRead: () => void) => ReadonlySet<string>

type Search = {params: JsonObject; view: DocumentView; ask: Ask}

// A search for the same words in many members looks through the database once.
function rememberAnswers(view: DocumentView): Ask {
  const answers = new Map<string, ReadonlySet<string>>()
  return (pieces, onRead) => {
    const key = pieces.join(' ')
    let answer = answers.get(key)
    if (!answer) answers.set(key, (answer = view.source.idsHaving(pieces, onRead)))
    return answer
  }
}

/** Finds all documents for which a condition can be true, by their words; undefined where it is no search. */
function finderOf(condition: ExprNode, search: Search): Finder | undefined {
  const pieces = mostTelling(piecesNeeded(condition, search.params))
  if (pieces.length > 0) return (onRead) => search.ask(pieces, onRead)
  if (condition.type === 'Group') return finderOf(condition.base, search)
  if (condition.type === 'And') return finderOf(condition.left, search) ?? finderOf(condition.right, search)
  if (condition.type !== 'Or') return undefined
  const [left, right] = [condition.left, condition.right].map(
    (side) => finderOf(side, search) ?? narrowedFinder(side, search),
  )
  return left && right && ((onRead) => new Set([...left(onRead), ...right(onRead)]))
}

function narrowedFinder(side: ExprNode, {params, view}: Search): Finder | undefined {
  const narrowed = narrowFilter(side, params, view)
  return narrowed && ((onRead) => new Set(narrowed.ids(onRead)))
}

/** Pieces of words that stand in every document for which a condition is true. */
function piecesNeeded(condition: ExprNode, params: JsonObject): readonly string[] {
  if (condition.type === 'Group') return piecesNeeded(condition.base, params)
  if (condition.type === 'And')
    return [...piecesNeeded(condition.left, params), ...piecesNeeded(condition.right, params)]
  if (condition.type !== 'OpCall' || condition.op !== 'match' || !isOwnText(condition.left)) return []
  const pattern = constantOf(condition.right, params)
  return typeof pattern === 'string' ? piecesOf(pattern) : []
}

// What a document holds stands in it; what it is made into, or refers to, need not.
function isOwnText(searched: ExprNode): boolean {
  const parts = searched.type === 'Array' ? searched.elements.map(({value}) => value) : [searched]
  return parts.every((part) => isDocumentText(part) || attributePath(part) !== undefined)
}

function isDocumentText(node: ExprNode): boolean {
  const [first] = node.type === 'FuncCall' && node.name === 'coalesce' ? node.args : []
  return first !== undefined && isLookup(first, 'text')
}
