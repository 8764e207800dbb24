/** Where something stands in a result. */
export type Path = readonly PropertyKey[]

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function startsWith(path: Path, start: Path): boolean {
  return start.every((part, index) => path[index] === part)
}

/** Every place of a result where the document of this id stands, with what stands there. */
export function placesOf(id: string, value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => placesOf(id, item, [...path, index]))
  }
  if (!isRecord(value)) return []
  const inner = Object.entries(value).flatMap(([name, field]) => placesOf(id, field, [...path, name]))
  return value['_id'] === id ? [[path, value], ...inner] : inner
}

/** The innermost places where two values differ; lists of another length differ as a whole. */
export function changedPaths(before: unknown, after: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item: unknown, index) => changedPaths(item, after[index], [...path, index]))
  }
  if (isRecord(before) && isRecord(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) => changedPaths(before[name], after[name], [...path, name]))
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path]
}
