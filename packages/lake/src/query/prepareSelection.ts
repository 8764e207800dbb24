import {identityOf, visibilityFor} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {createView} from './createView.ts'
import {planQuery} from './planQuery.ts'
import {parseSelection} from './selectIds.ts'
import type {Selection} from './selectIds.ts'

/**
 * Has the indexes made, bit by bit, that the query of a mutation will use: within its transaction nothing else happens,
 * and `selectIds` makes none. What is wrong with the query, that says.
 */
export async function prepareSelection(
  {store, viewer, now}: Selection,
  query: string,
  params: JsonObject,
): Promise<void> {
  const missing: Promise<void>[] = []
  const view = createView(store, {kind: 'raw'}, visibilityFor(viewer), true)
  const fieldIndex: typeof view.fieldIndex = (type, path, forWords = false) => {
    const index = view.fieldIndex(type, path, forWords)
    if (!index) missing.push(store.growIndex(type, path, forWords))
    return index
  }
  try {
    const tree = parseSelection(query, params)
    planQuery(tree, {params, identity: identityOf(viewer), now}, {...view, fieldIndex})
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
  }
  await Promise.all(missing)
}
