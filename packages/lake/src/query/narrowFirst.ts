import type {ExprNode} from 'groq-js'
import {publishedIdOf} from '../documents/documentIds.ts'
import {attributePath} from './attributePaths.ts'
import type {DocumentView} from './DocumentView.ts'
import {isLocal} from './localFilter.ts'
import type {FilterContext} from './localFilter.ts'
import type {Narrowed} from './Narrowed.ts'
import {passingAmong} from './narrowScan.ts'
import {partOf} from './topShape.ts'

/** A slice from the start of documents as they come, which is by their ids: `*[filter][0...n]`. */
export type FirstShape = {documents: ExprNode; filter: ExprNode | undefined; limit: number}

const MAX_LIMIT = 1000

// As many documents are read before the next are tested.
const MAX_BATCH = 500

/** Recognises a slice or element access that the first few documents decide. */
export function firstShape(node: ExprNode): FirstShape | undefined {
  const limit = partOf(node)?.end
  if (limit === undefined || limit > MAX_LIMIT) return undefined
  if (node.type !== 'Slice' && node.type !== 'AccessElement') return undefined
  const documents = withoutOrder(node.base)
  if (documents.type === 'Everything') return {documents, filter: undefined, limit}
  const isPlain = documents.type === 'Filter' && documents.base.type === 'Everything'
  return isPlain ? {documents, filter: documents.expr, limit} : undefined
}

// The order by ids is the one that documents have anyway.
function withoutOrder(node: ExprNode): ExprNode {
  if (node.type === 'Group') return withoutOrder(node.base)
  if (node.type !== 'PipeFuncCall' || node.name !== 'order') return node
  const [key] = node.args
  const by = key?.type === 'Asc' ? key.base : key
  return by && attributePath(by) === '_id' ? node.base : node
}

/**
 * Finds the documents of such a slice: goes through the candidates of its filter in the order of their ids and stops
 * once enough of them pass.
 * @param narrowed - the candidates; all documents without it
 */
export function narrowFirst(
  {filter, limit}: FirstShape,
  narrowed: Narrowed | undefined,
  context: FilterContext,
  view: DocumentView,
): Narrowed | undefined {
  // Where documents are not those of the indexes, candidates come in no order.
  if (view.changed) return undefined
  const isShown = (id: string): boolean => view.present(id) !== undefined
  const mustPass = filter !== undefined && narrowed?.isExact !== true
  if (mustPass && !isLocal(filter)) return undefined
  return {
    index: narrowed ? `${narrowed.index} in order` : 'in order',
    estimate: limit,
    isExact: true,
    ids: (onRead = () => undefined) => {
      const ids = inShownOrder(narrowed?.ids(onRead) ?? view.source.ids.values, view)
      const found: string[] = []
      let size = limit
      for (let start = 0; start < ids.length && found.length < limit; start += size) {
        if (start > 0) size = Math.min(size * 2, MAX_BATCH)
        const some = ids.slice(start, start + size)
        found.push(...(mustPass ? passingAmong(some, filter, context, view, onRead) : some.filter(isShown)))
      }
      return found.slice(0, limit)
    },
  }
}

/** Stored ids in the order of those that documents have in the view. */
function inShownOrder(ids: readonly string[], view: DocumentView): readonly string[] {
  if (view.each) return ids.toSorted()
  return ids
    .map((id) => ({id, shown: publishedIdOf(id)}))
    .toSorted((left, right) => (left.shown < right.shown ? -1 : Number(left.shown > right.shown)))
    .map(({id}) => id)
}
