import type {QuerySchemas, ResultSchema} from './contentQuery.ts'

/** How much a result must fulfil: `published` is strict, `drafts` lets any field be missing. */
export type Strictness = 'published' | 'drafts'

/** The result type of a query under a strictness. */
export type ResultUnder<S extends Strictness, Published, Drafts> = S extends 'published' ? Published : Drafts

/** Takes the validator that a strictness asks for. */
export type SchemaPicker<S extends Strictness> = <Published, Drafts>(
  schemas: QuerySchemas<Published, Drafts>,
) => ResultSchema<ResultUnder<S, Published, Drafts>>

/** Strict: for what is published. */
export const pickPublished: SchemaPicker<'published'> = (schemas) => schemas.published

/** Lenient: for anything that an editor may still be writing. */
export const pickDrafts: SchemaPicker<'drafts'> = (schemas) => schemas.drafts
