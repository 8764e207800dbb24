import {isRecord} from '../core.ts'

/**
 * Leaves each document once, at its first place, in the lists of a result that is not validated yet: GROQ cannot make a
 * list of documents unique, and an article may name one several times.
 */
export function uniqueDocuments(result: unknown): unknown {
  if (!isRecord(result)) return result
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [name, unique(value)]))
}

function unique(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const seen = new Set<unknown>()
  return value.filter((item: unknown) => {
    const id = isRecord(item) ? item['_id'] : undefined
    // What has no id is not ours to judge: validation says what is wrong with it.
    const sizeBefore = seen.size
    return id === undefined || seen.add(id).size > sizeBefore
  })
}
