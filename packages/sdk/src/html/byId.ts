import type {Maybe} from './maybe.ts'

/** What there is of a list, by id. */
export function byId<T extends {readonly _id: string}>(
  items: Maybe<readonly Maybe<T>[]>,
): ReadonlyMap<string, T> {
  return new Map((items ?? []).flatMap((item) => (item ? [[item._id, item]] : [])))
}
