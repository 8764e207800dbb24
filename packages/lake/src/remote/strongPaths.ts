import {isJsonObject} from '../json/isJsonObject.ts'

/** The paths (JSONMatch) of strong references to documents for which `isMissing` says so. */
export function strongPaths(document: unknown, isMissing: (id: string) => boolean): string[] {
  const found: string[] = []
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${keyOf(item) ?? index}]`)
      return
    }
    if (!isJsonObject(value)) return
    const {_ref, _weak, _dataset, _projectId} = value
    const isStrong = _weak !== true && _dataset === undefined && _projectId === undefined
    if (typeof _ref === 'string' && _ref !== '' && isStrong && isMissing(_ref)) found.push(path)
    for (const [name, member] of Object.entries(value)) visit(member, memberPath(path, name))
  }
  visit(document, '')
  return found
}

function keyOf(item: unknown): string | undefined {
  const key = isJsonObject(item) ? item['_key'] : undefined
  return typeof key === 'string' ? `_key==${JSON.stringify(key)}` : undefined
}

function memberPath(path: string, name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}
