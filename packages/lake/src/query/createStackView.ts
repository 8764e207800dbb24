import {draftIdOf, isPublicId, isPublishedId, publishedIdOf, versionIdOf} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {DocumentView, ViewSource} from './DocumentView.ts'
import {findParts} from './findParts.ts'
import {inIdOrder} from './inIdOrder.ts'

/** The view through a stack of perspectives: of each document what the first layer holds, else what is published. */
export function createStackView(
  source: ViewSource,
  layers: readonly string[],
  isVisible: (storedId: string) => boolean,
): Omit<DocumentView, 'fieldIndex' | 'idsWithSlug' | 'isServing' | 'referrersOf'> {
  const storedId = (id: string): string | undefined => {
    if (!isPublishedId(id)) return undefined
    for (const layer of layers) {
      const candidate = layer === 'drafts' ? draftIdOf(id) : versionIdOf(layer, id)
      if (source.has(candidate) && isVisible(candidate))
        return isGone(source, candidate) ? undefined : candidate
    }
    return source.has(id) && isVisible(id) ? id : undefined
  }
  const resolve = (id: string): LakeDocument | undefined => {
    const stored = storedId(id)
    const document = stored === undefined ? undefined : source.get(stored)
    return document && presentAs(document, id)
  }
  const isShown = (stored: string): boolean => {
    const published = publishedIdOf(stored)
    // Most have nothing that could stand in their place.
    if (stored === published && source.variantsOf(stored).length === 0) return isVisible(stored)
    return storedId(published) === stored
  }
  const present = (stored: string): LakeDocument | undefined =>
    isShown(stored) ? resolve(publishedIdOf(stored)) : undefined
  return {
    source,
    isMember: isVisible !== isPublicId,
    listsOnlyShown: false,
    resolve,
    present,
    presenter: (members, count, onRead, type) => {
      const find = findParts(source, {members, count, onRead, type})
      if (!find) return present
      return (stored) => {
        const part = isShown(stored) ? find(stored) : undefined
        return part && presentAs(part, publishedIdOf(stored))
      }
    },
    shownId: (stored) => (isShown(stored) ? publishedIdOf(stored) : undefined),
    storedId,
    idsOfType: (type) => source.idsOfType(type).values,
    count: (ids) => ids.reduce((sum, id) => sum + Number(isShown(id)), 0),
    all: (onRead) =>
      inIdOrder(
        source.ids.values.map((id) => {
          onRead?.()
          return present(id)
        }),
      ),
  }
}

// A version that unpublishes its document when the release goes out: in that perspective nothing is left of it.
function isGone(source: ViewSource, storedId: string): boolean {
  if (!storedId.startsWith('versions.')) return false
  const system = source.get(storedId)?.['_system']
  return isJsonObject(system) && system['delete'] === true
}

const presented = new WeakMap<LakeDocument, LakeDocument>()

function presentAs(document: LakeDocument, id: string): LakeDocument {
  let copy = presented.get(document)
  if (!copy) presented.set(document, (copy = {...document, _id: id, _originalId: document._id}))
  return copy
}
