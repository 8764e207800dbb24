import type {ContentQuery, LightQuery, ResultSchema} from './contentQuery.ts'

/** How much a result must fulfil: `published` is strict, `drafts` lets any field be missing. */
export type Strictness = 'published' | 'drafts'

/** The result type of a query under a strictness. */
export type ResultUnder<S extends Strictness, Published, Drafts> = S extends 'published' ? Published : Drafts

/** The validator of a query under one strictness, loaded when a result needs it. */
export interface ResultCheck<Result> {
  /** True for what is as promised for sure; false says nothing. */
  readonly matches: (value: unknown) => value is Result
  readonly load: () => Promise<ResultSchema<Result>>
  /** A value without what stands in it for editors alone; absent where results have nothing of the kind. */
  readonly unmarked?: (value: unknown) => unknown
}

/** Takes the validator that a strictness asks for. */
export type SchemaPicker<S extends Strictness> = <Published, Drafts>(
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
) => ResultCheck<ResultUnder<S, Published, Drafts>>

const knowsNothing = (_value: unknown): _value is never => false

/** Strict: for what is published. */
export const pickPublished: SchemaPicker<'published'> = (query) =>
  'load' in query
    ? {matches: query.matches, load: async () => (await query.load()).schemas.published}
    : {matches: knowsNothing, load: async () => query.schemas.published}

/** Lenient: for anything that an editor may still be writing. */
export const pickDrafts: SchemaPicker<'drafts'> = (query) => ({
  matches: knowsNothing,
  load: async () => ('load' in query ? await query.load() : query).schemas.drafts,
})
