import {isRecord} from '../core.ts'

/** Leaves each document once, at its first place, in the named lists of a result that is not validated yet. */
export function uniqueDocuments(result: unknown, listNames: readonly string[]): unknown {
  if (!isRecord(result)) return result
  const lists = listNames.map((name) => [name, unique(result[name])])
  return {...result, ...Object.fromEntries(lists)}
}

function unique(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  const seen = new Set<unknown>()
  return list.filter((item: unknown) => {
    const id = isRecord(item) ? item['_id'] : undefined
    // What has no id is not ours to judge: validation says what is wrong with it.
    const sizeBefore = seen.size
    return id === undefined || seen.add(id).size > sizeBefore
  })
}
