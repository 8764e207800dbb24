import {sortByText} from '../compareText.ts'
import type {Maybe} from './screeningContent.ts'

/** Anything that names its broader terms by id. */
export interface BroaderNode {
  readonly _id: string
  readonly broader?: Maybe<readonly string[]>
}

/**
 * The groups of nodes that are each broader than themselves, every group and the list in id order.
 *
 * Tarjan's strongly connected components, with an explicit stack so that a long chain cannot overflow.
 *
 * @example findCycles([{_id: 'a', broader: ['b']}, {_id: 'b', broader: ['a']}]) // [['a', 'b']]
 */
export function findCycles(nodes: readonly BroaderNode[]): string[][] {
  const broaderById = new Map(nodes.map((node) => [node._id, node.broader ?? []]))
  const state: Search = {order: new Map(), low: new Map(), stack: [], onStack: new Set(), cycles: []}
  for (const id of broaderById.keys()) if (!state.order.has(id)) visit(id, broaderById, state)
  return sortByText(state.cycles, (ids) => ids.join('\n'))
}

interface Search {
  order: Map<string, number>
  low: Map<string, number>
  stack: string[]
  onStack: Set<string>
  cycles: string[][]
}

function visit(start: string, broaderById: ReadonlyMap<string, readonly string[]>, state: Search): void {
  const frames = [enter(start, state)]
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const {id} = frame
    const next = broaderById.get(id)?.[frame.next]
    frame.next += 1
    if (next === undefined) {
      leave(id, broaderById, state)
      frames.pop()
      const parent = frames.at(-1)
      if (parent) lower(parent.id, state.low.get(id), state)
    } else if (!state.order.has(next)) {
      if (broaderById.has(next)) frames.push(enter(next, state))
    } else if (state.onStack.has(next)) {
      lower(id, state.order.get(next), state)
    }
  }
}

function enter(id: string, state: Search): {id: string; next: number} {
  state.order.set(id, state.order.size)
  state.low.set(id, state.order.size - 1)
  state.stack.push(id)
  state.onStack.add(id)
  return {id, next: 0}
}

function lower(id: string, to: number | undefined, state: Search): void {
  const current = state.low.get(id)
  if (to !== undefined && current !== undefined && to < current) state.low.set(id, to)
}

function leave(id: string, broaderById: ReadonlyMap<string, readonly string[]>, state: Search): void {
  if (state.low.get(id) !== state.order.get(id)) return
  const group = state.stack.splice(state.stack.lastIndexOf(id))
  for (const member of group) state.onStack.delete(member)
  const isCycle = group.length > 1 || (broaderById.get(id) ?? []).includes(id)
  if (isCycle) state.cycles.push(group.toSorted())
}
