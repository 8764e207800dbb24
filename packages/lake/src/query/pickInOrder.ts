import type {FieldIndex} from '../store/FieldIndex.ts'
import type {FieldValue} from '../store/FieldValue.ts'
import type {IndexEntry, IndexOrder, IndexRange} from '../store/IndexOrder.ts'
import type {DocumentView} from './DocumentView.ts'
import type {Condition, KeyConditions} from './keyConditions.ts'
import type {TopShape} from './topShape.ts'

/** What is walked, and what is looked for. */
export type Walk = {
  index: FieldIndex
  shape: Omit<TopShape, 'filter'>
  conditions: KeyConditions
  view: DocumentView
  /** Entries of the index that do not show, where those are known. */
  hidden: IndexOrder | undefined
  /** Whether an entry passes what its key leaves open; undefined where that cannot be told, which ends the walk. */
  passes: (entry: IndexEntry, open: readonly Condition[], shownId: string) => boolean | undefined
}

/** Ids of stored documents, and how many before them pass and are left out. */
export type Picked = {ids: string[]; skipped: number}

/**
 * Walks the index of an order to the documents that a part of it can contain. Where a condition cannot hold, the order is
 * passed over; documents before the start are counted and left out. Documents of equal value are taken together where
 * more than their ids orders them, because that is not in this index. Undefined where what passes cannot be told.
 */
export function pickInOrder({index, shape, conditions, view, hidden, passes}: Walk): Picked | undefined {
  const {order, start, end} = shape
  // In the index, ids are those under which documents are stored.
  const isById = order.isById && view.each !== undefined
  const changed = new Set(view.changed?.())
  const picked: Picked = {ids: [], skipped: 0}
  let group: string[] = []
  const closeGroup = (): void => {
    if (picked.ids.length === 0 && picked.skipped + group.length <= start) picked.skipped += group.length
    else picked.ids.push(...group)
    group = []
  }
  const isFull = (): boolean => picked.skipped + picked.ids.length >= end
  let isKnown = true
  for (const segment of index.order.segments(conditions.constants, order.direction)) {
    closeGroup()
    if (isFull() || !isKnown) break
    const open = decidedOnce(conditions)
    const keys = keysIn(segment, index)
    if (keys.every((key) => open(key) === undefined)) continue
    const mayJump = picked.ids.length === 0 && keys.every((key) => open(key)?.length === 0)
    const jump =
      mayJump && hidden
        ? index.order.without(start - picked.skipped, order.direction, segment, hidden)
        : {left: segment, count: 0}
    picked.skipped += jump.count
    index.order.each(order.direction, jump.left, (entry, isFirst) => {
      if (isFirst || isById) closeGroup()
      if (isFull()) return false
      const left = open(entry.value)
      const shownId = left && !changed.has(entry.id) ? view.shownId(entry.id) : undefined
      const isPassing = left !== undefined && shownId !== undefined && passes(entry, left, shownId)
      if (isPassing) group.push(entry.id)
      isKnown = isPassing !== undefined
      return isKnown
    })
  }
  closeGroup()
  return isKnown ? picked : undefined
}

// A part of the order holds one kind of keys, but what is neither number, text nor boolean, which may be there or not.
function keysIn({start, end}: IndexRange, index: FieldIndex): FieldValue[] {
  const first = start < end ? index.order.valueAt(start) : undefined
  if (typeof first === 'object') return [{isDefined: true}, {isDefined: false}]
  return first === undefined ? [] : [first]
}

function decidedOnce(conditions: KeyConditions): KeyConditions['open'] {
  const known = new Map<boolean | undefined, ReturnType<KeyConditions['open']>>()
  return (key) => {
    const kind = typeof key === 'object' ? key.isDefined : undefined
    if (!known.has(kind)) known.set(kind, conditions.open(key))
    return known.get(kind)
  }
}
