import type {ContentQuery, LightQuery, QuerySchemas, ResultPaths, ResultSchema} from './contentQuery.ts'

/** How much a result must fulfil: `published` is strict, `drafts` lets any field be missing. */
export type Strictness = 'published' | 'drafts'

/** The result type of a query under a strictness. */
export type ResultUnder<S extends Strictness, Published, Drafts> = S extends 'published' ? Published : Drafts

/** What says what is wrong with a result, and where in the content. */
export interface LoadedCheck<Result> {
  readonly schema: ResultSchema<Result>
  readonly paths: ResultPaths | undefined
}

/** The validator of a query under one strictness, loaded when a result needs it. */
export interface ResultCheck<Result> {
  /** True for what is as promised for sure; false says nothing. */
  readonly matches: (value: unknown) => value is Result
  readonly load: () => Promise<LoadedCheck<Result>>
}

/** Takes the validator that a strictness asks for. */
export type SchemaPicker<S extends Strictness> = <Published, Drafts>(
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
) => ResultCheck<ResultUnder<S, Published, Drafts>>

const knowsNothing = (_value: unknown): _value is never => false

/** Strict: for what is published. */
export const pickPublished: SchemaPicker<'published'> = (query) => ({
  matches: 'load' in query ? query.matches : knowsNothing,
  load: () => loaded(query, ({published}) => published),
})

/** Lenient: for anything that an editor may still be writing. */
export const pickDrafts: SchemaPicker<'drafts'> = (query) => ({
  matches: knowsNothing,
  load: () => loaded(query, ({drafts}) => drafts),
})

async function loaded<Published, Drafts, Result>(
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
  pick: (schemas: QuerySchemas<Published, Drafts>) => ResultSchema<Result>,
): Promise<LoadedCheck<Result>> {
  const {schemas, paths} = 'load' in query ? await query.load() : query
  return {schema: pick(schemas), paths}
}
