/** A value that a projection or an unfinished document may leave out. */
export type Maybe<T> = T | null | undefined
