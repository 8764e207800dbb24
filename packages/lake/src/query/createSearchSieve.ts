import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {attributePath} from './attributePaths.ts'
import {conjuncts} from './conjuncts.ts'
import {piecesOf, WORTH_ASKING} from './createTextSearch.ts'
import type {DocumentView} from './DocumentView.ts'
import {narrowFilter} from './narrowFilter.ts'
import {lookupValue} from './reservedReference.ts'

/**
 * Says of stored ids whether their documents may pass a filter that searches whole documents, as the Studio's lists do.
 * Once many were asked for, the database is asked which have the words at all: the others need not be read.
 */
export function createSearchSieve(
  filter: ExprNode,
  params: JsonObject,
  view: DocumentView,
): (storedId: string, onRead: () => void) => boolean {
  const isKnown = !view.isServing && !view.changed
  const finders = isKnown ? conjuncts(filter).flatMap((part) => finderOf(part, params, view) ?? []) : []
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

/** Finds all documents for which a condition can be true, by their words; undefined where it is no search. */
function finderOf(condition: ExprNode, params: JsonObject, view: DocumentView): Finder | undefined {
  if (condition.type === 'Group') return finderOf(condition.base, params, view)
  if (condition.type === 'Or') {
    const [left, right] = [condition.left, condition.right].map(
      (side) => finderOf(side, params, view) ?? narrowedFinder(side, params, view),
    )
    return left && right && ((onRead) => new Set([...left(onRead), ...right(onRead)]))
  }
  if (condition.type !== 'OpCall' || condition.op !== 'match') return undefined
  const pieces = piecesSearched(condition.left)
  return pieces && ((onRead) => view.source.idsHaving(pieces, onRead))
}

function narrowedFinder(side: ExprNode, params: JsonObject, view: DocumentView): Finder | undefined {
  const narrowed = narrowFilter(side, params, view)
  return narrowed && ((onRead) => new Set(narrowed.ids(onRead)))
}

// Whatever else is searched must stand in the document too.
function piecesSearched(left: ExprNode): readonly string[] | undefined {
  const parts = left.type === 'Array' ? left.elements.map(({value}) => value) : [left]
  const lookups = parts.map(lookupIn).filter((lookup) => lookup !== undefined)
  const isOwn = parts.every((part) => lookupIn(part) !== undefined || attributePath(part) !== undefined)
  return isOwn && lookups[0] !== undefined ? piecesOf(lookups[0]) : undefined
}

function lookupIn(node: ExprNode): string | undefined {
  const [first] = node.type === 'FuncCall' && node.name === 'coalesce' ? node.args : []
  return first && lookupValue(first, 'text')
}
