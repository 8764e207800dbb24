import type {LakeDocument} from '../documents/LakeDocument.ts'

/** Drops what is absent and sorts ascending by `_id`. */
export function inIdOrder(documents: readonly (LakeDocument | undefined)[]): LakeDocument[] {
  return documents
    .filter((document) => document !== undefined)
    .toSorted((left, right) => (left._id < right._id ? -1 : Number(left._id > right._id)))
}
