import {byId} from '../byId.ts'
import {remember} from '../remember.ts'
import type {BroaderNode} from './findCycles.ts'

/** The way from a term to one of its broader terms: ids, the term itself first. */
export type BroaderPath = readonly string[]

/** The term itself and all broader ones, each with its shortest path; a cycle is walked once. */
export type Ancestry = ReadonlyMap<string, BroaderPath>

export interface Hierarchy<T extends BroaderNode> {
  readonly nodes: ReadonlyMap<string, T>
  ancestry(id: string): Ancestry
}

/** Indexes terms that name their broader terms; ancestries are computed once each. */
export function createHierarchy<T extends BroaderNode>(terms: readonly T[]): Hierarchy<T> {
  const nodes = byId(terms)
  return {nodes, ancestry: remember((id) => walk(id, nodes))}
}

function walk<T extends BroaderNode>(start: string, nodes: ReadonlyMap<string, T>): Ancestry {
  const paths = new Map<string, BroaderPath>([[start, [start]]])
  // A Map iterates entries added meanwhile, in order of insertion: this is a breadth-first walk.
  for (const [id, path] of paths) {
    for (const broader of nodes.get(id)?.broader ?? []) {
      if (!paths.has(broader)) paths.set(broader, [...path, broader])
    }
  }
  return paths
}
