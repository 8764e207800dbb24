import type {ContentQuery, LightQuery} from './contentQuery.ts'
import type {LoadedSchema, loadSchema} from './loadSchema.ts'

/** How much a result must fulfil: `published` is strict, `drafts` lets any field be missing. */
export type Strictness = 'published' | 'drafts'

/** The result type of a query under a strictness. */
export type ResultUnder<S extends Strictness, Published, Drafts> = S extends 'published' ? Published : Drafts

/** The validator of a query under one strictness, loaded when a result needs it. */
export interface ResultCheck<Result> {
  /** True for what is as promised for sure; false says nothing. */
  readonly matches: (value: unknown) => value is Result
  /** Given what loads, which is itself loaded only then. */
  readonly load: (load: typeof loadSchema) => Promise<LoadedSchema<Result>>
}

/** Takes the validator that a strictness asks for. */
export type SchemaPicker<S extends Strictness> = <Published, Drafts>(
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
) => ResultCheck<ResultUnder<S, Published, Drafts>>

const knowsNothing = (_value: unknown): _value is never => false

/** Strict: for what is published. */
export const pickPublished: SchemaPicker<'published'> = (query) => ({
  matches: 'load' in query ? query.matches : knowsNothing,
  load: (loadSchema) => loadSchema(query, ({published}) => published),
})

/** Lenient: for anything that an editor may still be writing. */
export const pickDrafts: SchemaPicker<'drafts'> = (query) => ({
  matches: knowsNothing,
  load: (loadSchema) => loadSchema(query, ({drafts}) => drafts),
})
