/** What zod (or zod/mini) says is wrong at one place of a result. */
export interface SchemaIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The part of a zod schema that the SDK uses: zod, zod/mini, or anything else with these two methods. */
export interface ResultSchema<Result> {
  parse(data: unknown): Result
  safeParse(
    data: unknown,
  ):
    | {readonly success: true; readonly data: NoInfer<Result>}
    | {readonly success: false; readonly error: {readonly issues: readonly SchemaIssue[]}}
}

/**
 * Where fields of a result stand in documents, as far as they stand elsewhere than their names say: Sanity paths from the
 * object around, as `groq-zod` writes them. An object tells of the fields within, its `''` of itself.
 */
export interface ResultPaths {
  readonly [field: string]: string | ResultPaths
}

/** A GROQ query with validators of its result, as `groq-zod` generates it. */
export interface ContentQuery<Published = unknown, Drafts = unknown, Params extends object = object> {
  readonly name: string
  /** GROQ. */
  readonly query: string
  /** Names of the parameters that the query reads, without `$`. */
  readonly params: readonly string[]
  /** Never set: it tells the compiler what the parameters take, from what the query compares them with. */
  readonly paramTypes?: Params
  /** So that a problem names the field that an editor has to mend. */
  readonly paths?: ResultPaths
  readonly schemas: QuerySchemas<Published, Drafts>
}

/** A query that knows valid published results without its validators, and loads those for the others. */
export interface LightQuery<Published = unknown, Drafts = unknown> extends Omit<
  ContentQuery<Published, Drafts>,
  'schemas'
> {
  readonly matches: (value: unknown) => value is Published
  readonly load: () => Promise<ContentQuery<Published, Drafts>>
}

/** The two validators of one query. */
export interface QuerySchemas<Published, Drafts> {
  /** What holds for published content: required fields are there. */
  readonly published: ResultSchema<Published>
  /** What holds for drafts: any field may be missing. */
  readonly drafts: ResultSchema<Drafts>
}

/** Parameters of a query: all of them and no others; null says "any" where the query treats it so. */
export type GivenParams<Params extends object> = {
  readonly [Name in keyof Params]-?: Exclude<Params[Name], undefined>
}

/**
 * What follows a query in a call: its parameters, by name and type, then options. A query without
 * parameters needs neither; of a query that was not generated nothing is known of its parameters.
 */
export type QueryArguments<Params extends object, Options> = [keyof Params] extends [never]
  ? [params?: Readonly<Record<string, unknown>>, options?: Options]
  : string extends keyof Params
    ? [params?: Readonly<Params>, options?: Options]
    : [params: GivenParams<Params>, options?: Options]
