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
  return value.filter((item) => {
    const sizeBefore = seen.size
    // What has no id stays, as one of its own: it is not ours to judge, and validation says what is wrong with it.
    return seen.add(item?._id ?? {}).size > sizeBefore
  })
}
