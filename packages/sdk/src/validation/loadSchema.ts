import type {ContentQuery, LightQuery, QuerySchemas, ResultPaths, ResultSchema} from './contentQuery.ts'

/** What says what is wrong with a result, and where in the content. */
export interface LoadedSchema<Result> {
  readonly schema: ResultSchema<Result>
  readonly paths: ResultPaths | undefined
}

/** Loads a query's validators, and takes the one that a strictness asks for. */
export async function loadSchema<Published, Drafts, Result>(
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
  pick: (schemas: QuerySchemas<Published, Drafts>) => ResultSchema<Result>,
): Promise<LoadedSchema<Result>> {
  const {schemas, paths} = 'load' in query ? await query.load() : query
  return {schema: pick(schemas), paths}
}
