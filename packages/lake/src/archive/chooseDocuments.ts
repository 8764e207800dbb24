import {isPublishedId} from '../documents/documentIds.ts'

/** Which documents go along. */
export type DocumentChoice = {
  /** Of these types alone; all when absent. */
  types?: readonly string[]
  /** Drafts, versions and the releases that they are in. */
  drafts: boolean
}

/**
 * Whether a document goes along, by the rules of `sanity dataset export`: documents of the system stay, except releases,
 * which go with drafts and versions.
 */
export function isChosen(
  {_id, _type}: {_id: string; _type: string},
  {types, drafts}: DocumentChoice,
): boolean {
  if (types && !types.includes(_type)) return false
  if (_id.startsWith('_.')) return drafts && _id.startsWith('_.releases.')
  return drafts || isPublishedId(_id)
}
