import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {Parts} from '../store/PartialDocuments.ts'
import type {ViewSource} from './DocumentView.ts'

/**
 * Finds stored documents of which only some members are read, where there are so many that they are better not read as a
 * whole. What is too large to be kept is read one by one: whole, they would fill the memory.
 * @param members - absent where any may be read
 * @param type - the one that all are of, where that is known
 */
export function findParts(
  source: ViewSource,
  {
    members,
    count,
    onRead,
    type,
  }: {members: readonly string[] | undefined; count: number; onRead: () => void; type: string | undefined},
): ((id: string) => LakeDocument | undefined) | undefined {
  if (!members || !source.prefersParts(count)) return undefined
  const kept = type === undefined ? undefined : source.parts(type, members, onRead)
  if (kept) return (id) => kept.get(id)
  const read = source.partReader(members)
  const byType = new Map<string, Parts | undefined>()
  return (id) => {
    const of = source.typeOf(id)
    if (of === undefined) return undefined
    if (!byType.has(of)) byType.set(of, source.parts(of, members, onRead))
    const parts = byType.get(of)
    if (parts) return parts.get(id)
    onRead()
    return read ? read(id) : source.get(id)
  }
}
