/**
 * Orders names so that each comes after what it uses; names that use each other in a ring stand in one group
 * (Tarjan's strongly connected components, in the order the names are given).
 */
export function components(names: Iterable<string>, usesOf: (name: string) => Iterable<string>): string[][] {
  const result: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()

  const visit = (name: string): void => {
    index.set(name, index.size)
    low.set(name, index.size - 1)
    stack.push(name)
    onStack.add(name)
    for (const used of usesOf(name)) {
      if (!index.has(used)) visit(used)
      if (onStack.has(used)) low.set(name, Math.min(low.get(name) ?? 0, low.get(used) ?? 0))
    }
    if (low.get(name) !== index.get(name)) return
    const group = stack.splice(stack.indexOf(name))
    for (const member of group) onStack.delete(member)
    result.push(group)
  }
  for (const name of names) if (!index.has(name)) visit(name)
  return result
}
