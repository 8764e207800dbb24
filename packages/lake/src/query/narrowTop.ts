import type {ExprNode} from 'groq-js'
import {conjuncts} from './conjuncts.ts'
import {createSearchSieve} from './createSearchSieve.ts'
import type {DocumentView} from './DocumentView.ts'
import {createKeyConditions, withoutDecided} from './keyConditions.ts'
import type {Condition} from './keyConditions.ts'
import {isLocal, passingOneByOne} from './localFilter.ts'
import type {FilterContext} from './localFilter.ts'
import {narrowByField} from './narrowByField.ts'
import {demandedType} from './narrowFilter.ts'
import type {Narrowed} from './Narrowed.ts'
import {pickInOrder} from './pickInOrder.ts'
import type {Picked, Walk} from './pickInOrder.ts'
import type {TopShape} from './topShape.ts'

/** How many entries of indexes a plan has walked over, and how many it may. */
export type Budget = {walked: number; most: number}

/** `otherwise` are the candidates of the filter as a whole, where an index gives some. */
export type TopContext = {
  context: FilterContext
  view: DocumentView
  budget: Budget
  otherwise: Narrowed | undefined
}

/**
 * Candidates of a part of an order; `skipped` are the documents that pass before them, and are not among them. `reads` is
 * how many documents it will come to read, more or less.
 */
export type NarrowedTop = {narrowed: Narrowed; skipped: number; reads: number}

// Most of those that are read may not pass.
const READ_FOR_EACH = 16

// As many are read one by one.
const MAX_READ = 1000

// Looking a document up in a set is as much quicker than reading it.
const WORTH_COLLECTING = 16

/**
 * Finds the documents that a part of an order can contain: it walks the index of the order and stops once enough of them
 * pass the filter, so that "the newest twenty" reads twenty. Where the part begins further down, and indexes tell which
 * documents pass, those before it are not read either.
 */
export function narrowTop(
  shape: TopShape,
  {context, view, budget, otherwise}: TopContext,
): NarrowedTop | undefined {
  const {order, start, end} = shape
  const {params} = context
  const filter = withoutDecided(shape.filter, params)
  const parts = conjuncts(filter)
  const type = demandedType(parts, params)
  if (type === undefined || !isLocal(filter)) return undefined
  const index = view.fieldIndex(type, order.path)
  if (!index) return undefined
  // An index over a type holds documents of that type alone.
  const others = parts.filter((part) => demandedType([part], params) !== type)
  const conditions = createKeyConditions(others, order.path, params)
  const walk = {index, conditions, view}
  const narrowed = {index: `${type} by ${order.path}`, isExact: false}
  const isLong = start > 0 || end > MAX_READ
  const picked = isLong && !view.changed ? pickUnread({...walk, shape}, type, {context, budget}) : undefined
  if (picked) {
    const {ids, skipped} = picked
    return {narrowed: {...narrowed, estimate: ids.length, ids: () => ids}, skipped, reads: ids.length}
  }
  if (end > MAX_READ) return undefined
  const ids = (onRead?: () => void): string[] => {
    const within = otherwise && isWorthCollecting(otherwise.estimate, end, index.size)
    const candidates = within ? new Set(otherwise.ids(onRead)) : undefined
    const mayPass = createSearchSieve(filter, params, view)
    const passes = reading(context, view, {candidates, mayPass, onRead})
    const found = pickInOrder({...walk, shape: {order, start: 0, end}, hidden: undefined, passes})
    // Those stand in the index where they do not belong here: they come on top of as many others.
    return [...(found?.ids ?? []), ...(view.changed?.() ?? [])]
  }
  return {narrowed: {...narrowed, estimate: end, ids}, skipped: 0, reads: end * READ_FOR_EACH}
}

function reading(
  context: FilterContext,
  view: DocumentView,
  {
    candidates,
    mayPass,
    onRead,
  }: {
    candidates: ReadonlySet<string> | undefined
    mayPass: (id: string, onRead: () => void) => boolean
    onRead: (() => void) | undefined
  },
): Walk['passes'] {
  const tests = new Map<readonly Condition[], ReturnType<typeof passingOneByOne>>()
  return ({value, id}, open, shownId) => {
    onRead?.()
    const left = open.filter(({test}) => !test)
    if (candidates?.has(id) === false) return false
    if (!open.every(({test}) => !test || test(value, shownId))) return false
    if (left.length === 0) return true
    if (!mayPass(id, onRead ?? (() => undefined))) return false
    let passes = tests.get(open)
    if (!passes) tests.set(open, (passes = passingOneByOne(conjunction(left), context, onRead)))
    const document = view.present(id)
    return document !== undefined && passes(document)
  }
}

// So that what few documents pass is not looked for in all of them; of what many pass, few are read before enough are
// found. Reading a document takes as long as collecting a hundred ids.
function isWorthCollecting(candidates: number, wanted: number, all: number): boolean {
  return candidates * candidates < 100 * wanted * all
}

function conjunction(conditions: readonly Condition[]): ExprNode {
  return conditions.map(({node}) => node).reduce((left, right) => ({type: 'And', left, right}))
}

/** As far as indexes tell which documents pass. */
function pickUnread(
  walk: Omit<Walk, 'hidden' | 'passes'>,
  type: string,
  {context, budget}: {context: FilterContext; budget: Budget},
): Picked | undefined {
  const known = new Map<Condition, ReadonlySet<string> | undefined>()
  const collect = (condition: Condition): ReadonlySet<string> | undefined => {
    const found = narrowByField(condition.node, type, context.params, walk.view)
    const most = Math.min(budget.most - budget.walked, walk.shape.end * WORTH_COLLECTING)
    if (!found?.isExact || found.estimate > most) return undefined
    budget.walked += found.estimate
    return new Set(found.ids())
  }
  const {index, view} = walk
  // Where documents have other ids than they are stored under, others hide too.
  const hidden = view.each && index.hidden((id) => view.shownId(id) !== undefined)
  return pickInOrder({
    ...walk,
    hidden,
    passes: ({value, id}, open, shownId) => {
      budget.walked += 1
      if (budget.walked > budget.most) return undefined
      let isPassing: boolean | undefined = true
      for (const condition of open) {
        if (condition.test) isPassing &&= condition.test(value, shownId)
        else {
          if (!known.has(condition)) known.set(condition, collect(condition))
          isPassing &&= known.get(condition)?.has(id)
        }
        if (isPassing !== true) break
      }
      return isPassing
    },
  })
}
