import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

const PUTS = ['create', 'createOrReplace', 'createIfNotExists'] as const

/** A document that was put as a whole: what the transaction left, without what the lake has added. */
type Put = {put: (typeof PUTS)[number]; without: string[]}

// Of these the lake makes the address when they are read, so that what is read is not what was put.
const ASSETS = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/**
 * What the log keeps of the mutations of a document: as they were asked for, but for a document that was put as a whole,
 * which is in the log and in the dataset already.
 */
export function toLogged(
  mutations: readonly JsonObject[],
  after: LakeDocument | undefined,
): readonly JsonObject[] | Put {
  const [mutation] = mutations
  return (after && mutations.length === 1 && mutation && findPut(mutation, after)) || mutations
}

function findPut(mutation: JsonObject, after: LakeDocument): Put | undefined {
  if (ASSETS.has(after._type)) return undefined
  for (const put of PUTS) {
    const given = mutation[put]
    if (!isJsonObject(given)) continue
    for (const name in given) if (given[name] !== after[name]) return undefined
    return {put, without: Object.keys(after).filter((name) => !Object.hasOwn(given, name))}
  }
  return undefined
}

/** True where `fromLogged` needs the document as the transaction left it. */
export function needsDocument(logged: unknown): boolean {
  return isJsonObject(logged)
}

/** The mutations again, from what the log keeps and the document as the transaction left it; undefined for anything else. */
export function fromLogged(logged: unknown, after: LakeDocument | undefined): unknown[] | undefined {
  if (Array.isArray(logged)) return logged
  if (!isJsonObject(logged) || !after) return undefined
  const {put, without} = logged
  if (typeof put !== 'string' || !Array.isArray(without)) return undefined
  const left = new Set<unknown>(without)
  return [{[put]: Object.fromEntries(Object.entries(after).filter(([name]) => !left.has(name)))}]
}
