import {isList, isRecord, readAttribute, type ConcretePath} from './matchPath.ts'

/** Given as the new value of an attribute or element, takes it away. */
export const REMOVED = Symbol('removed')

/** One place to change; `change` is given what stands there, after all changes below it. */
export type PlaceChange = {path: ConcretePath; change: (value: unknown) => unknown}

type Node = {change: PlaceChange['change'] | undefined; children: Map<string | number, Node>}

function toTree(changes: readonly PlaceChange[]): Node {
  const root: Node = {change: undefined, children: new Map()}
  for (const {path, change} of changes) {
    let node = root
    for (const key of path) {
      const child: Node = node.children.get(key) ?? {change: undefined, children: new Map()}
      node.children.set(key, child)
      node = child
    }
    node.change = change
  }
  return root
}

function changeList(list: readonly unknown[], node: Node): unknown {
  let copy: unknown[] | undefined
  for (const [key, child] of node.children) {
    const index = Number(key)
    const next = apply(list[index], child)
    if (index < list.length && Object.is(next, list[index])) continue
    copy ??= [...list]
    copy[index] = next
  }
  return copy === undefined ? list : copy.filter((item) => item !== REMOVED)
}

function changeRecord(value: unknown, node: Node): unknown {
  let copy: Map<string, unknown> | undefined
  for (const [key, child] of node.children) {
    const name = String(key)
    const before = readAttribute(value, name)
    const next = apply(before, child)
    if (Object.is(next, before) || (next === REMOVED && before === undefined)) continue
    // A Map, since assigning "__proto__" to an object would change its prototype.
    copy ??= new Map(isRecord(value) ? Object.entries(value) : [])
    if (next === REMOVED) copy.delete(name)
    else copy.set(name, next)
  }
  return copy === undefined ? value : Object.fromEntries(copy)
}

function apply(value: unknown, node: Node): unknown {
  const changed =
    node.children.size === 0 ? value : isList(value) ? changeList(value, node) : changeRecord(value, node)
  return node.change ? node.change(changed) : changed
}

/**
 * Copies a value with many places changed at once: each object and array on the way is copied once, whatever the number
 * of changes in it, and everything else is shared with the original. Without a change it is the original.
 *
 * @example
 * ```ts
 * changeAtPaths({tags: ['a', 'b']}, [{path: ['tags', 0], change: () => REMOVED}]) // {tags: ['b']}
 * ```
 */
export function changeAtPaths(root: unknown, changes: readonly PlaceChange[]): unknown {
  return changes.length === 0 ? root : apply(root, toTree(changes))
}
