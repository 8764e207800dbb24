import {isJsonObject} from '../json/isJsonObject.ts'

/** Where in a value the first reference to a document stands, as `steps[2].exercise`. */
export function pathOfReference(value: unknown, target: string, path = ''): string | undefined {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = pathOfReference(item, target, `${path}[${index}]`)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isJsonObject(value)) return undefined
  if (value['_ref'] === target) return path
  for (const [name, member] of Object.entries(value)) {
    const found = pathOfReference(member, target, path === '' ? name : `${path}.${name}`)
    if (found !== undefined) return found
  }
  return undefined
}
