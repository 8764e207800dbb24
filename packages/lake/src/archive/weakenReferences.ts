import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/**
 * Makes strong references weak whose document is not there yet; the value itself comes back when there are none.
 * @param isThere - whether a document may be strongly referred to
 */
export function weakenReferences(value: unknown, isThere: (id: string) => boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => weakenReferences(item, isThere))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(
    ([name, member]) => [name, weakenReferences(member, isThere)] as const,
  )
  const isChanged = members.some(([name, member]) => member !== value[name])
  const weakened: JsonObject = isChanged ? Object.fromEntries(members) : value
  const isDangling = isStrong(value) && !isThere(String(value['_ref']))
  return isDangling ? {...weakened, _weak: true} : weakened
}

function isStrong({_ref, _weak, _dataset, _projectId}: JsonObject): boolean {
  return (
    typeof _ref === 'string' &&
    _ref !== '' &&
    _weak !== true &&
    _dataset === undefined &&
    _projectId === undefined
  )
}
