import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {compileFilter} from './compileFilter.ts'
import {createSearchSieve} from './createSearchSieve.ts'
import type {DocumentView, ViewSource} from './DocumentView.ts'
import {isLocal, passing} from './localFilter.ts'
import type {FilterContext} from './localFilter.ts'
import {membersOfFilter} from './membersRead.ts'
import type {Narrowed} from './Narrowed.ts'

const BATCH = 500

// As many documents may be in memory at once without a thought.
const MAX_WHOLE = 20_000

/** True for so many documents that they are better not read whole and held. */
export function isTooMuchToHold(count: number, {isAllInMemory}: ViewSource): boolean {
  return count > MAX_WHOLE && !isAllInMemory
}

/**
 * For a filter that no index narrows: compiled it is quicker than groq-js walks its tree. Over more documents than
 * memory should hold, any filter is evaluated batch by batch, on the members that it reads where those can be held, and
 * only what passes is kept.
 */
export function narrowScan(
  filter: ExprNode,
  context: FilterContext,
  view: DocumentView,
): Narrowed | undefined {
  const {ids} = view.source
  const isWorthIt = view.source.prefersScan(ids.size) && compileFilter(filter, context.params) !== undefined
  const isNeeded = isTooMuchToHold(ids.size, view.source)
  if ((!isWorthIt && !isNeeded) || !isLocal(filter)) return undefined
  return {
    index: 'none',
    estimate: ids.size,
    isExact: true,
    ids: (onRead) => scan(filter, context, view, onRead),
  }
}

/**
 * The same for what an index leaves: where that is too much for memory, only what passes is kept.
 * @param narrowed - the candidates of the filter
 */
export function narrowLarge(
  filter: ExprNode,
  narrowed: Narrowed,
  context: FilterContext,
  view: DocumentView,
): Narrowed | undefined {
  if (!isTooMuchToHold(narrowed.estimate, view.source) || !isLocal(filter)) return undefined
  return {
    index: narrowed.index,
    estimate: narrowed.estimate,
    isExact: true,
    ids: (onRead) => passingAmong(narrowed.ids(onRead), filter, context, view, onRead),
  }
}

/** Ids of the stored documents that pass a local filter and show, in no order. */
export function scan(
  filter: ExprNode,
  context: FilterContext,
  view: DocumentView,
  onRead: () => void = () => undefined,
): string[] {
  if (view.each && view.source.isAllInMemory)
    return passing(view.all(onRead), filter, context, onRead).map(({_id}) => _id)
  if (view.each) return scanEach(view.each(membersOf(filter), onRead), filter, context, onRead)
  return passingAmong(view.source.ids.values, filter, context, view, onRead)
}

function membersOf(filter: ExprNode): readonly string[] | undefined {
  const found = membersOfFilter(filter)
  return found === 'whole' ? undefined : [...found]
}

function scanEach(
  documents: Iterable<LakeDocument>,
  filter: ExprNode,
  context: FilterContext,
  onRead: () => void,
): string[] {
  const found: string[] = []
  let batch: LakeDocument[] = []
  const test = (): void => {
    onRead()
    for (const {_id} of passing(batch, filter, context, onRead)) found.push(_id)
    batch = []
  }
  for (const document of documents) if (batch.push(document) === BATCH) test()
  test()
  return found
}

/** Those of some stored ids whose documents show and pass a local filter, in the same order. */
export function passingAmong(
  ids: readonly string[],
  filter: ExprNode,
  context: FilterContext,
  view: DocumentView,
  onRead: () => void = () => undefined,
): string[] {
  const present = view.presenter(membersOf(filter), ids.length, onRead)
  const mayPass = createSearchSieve(filter, context.params, view)
  const found: string[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    onRead()
    const stored = new Map<LakeDocument, string>()
    for (const id of ids.slice(start, start + BATCH)) {
      const document = mayPass(id, onRead) ? present(id) : undefined
      if (document) stored.set(document, id)
    }
    for (const document of passing([...stored.keys()], filter, context, onRead))
      found.push(stored.get(document) ?? document._id)
  }
  return found
}
