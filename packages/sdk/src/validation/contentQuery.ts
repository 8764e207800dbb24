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

/** A GROQ query with validators of its result, as `groq-zod` generates it. */
export interface ContentQuery<Published = unknown, Drafts = unknown, ParamName extends string = string> {
  readonly name: string
  /** GROQ. */
  readonly query: string
  /** Names of the parameters that the query reads, without `$`. */
  readonly params: readonly ParamName[]
  readonly schemas: QuerySchemas<Published, Drafts>
}

/** A query that knows valid published results without its validators, and loads those for the others. */
export interface LightQuery<
  Published = unknown,
  Drafts = unknown,
  ParamName extends string = string,
> extends Omit<ContentQuery<Published, Drafts, ParamName>, 'schemas'> {
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

/**
 * What follows a query in a call: its parameters, all of them and no others (null says "any"), then
 * options. A query without parameters needs neither.
 */
export type QueryArguments<ParamName extends string, Options> = [ParamName] extends [never]
  ? [params?: Readonly<Record<string, never>>, options?: Options]
  : string extends ParamName
    ? [params?: Readonly<Record<string, unknown>>, options?: Options]
    : [params: Readonly<Record<ParamName, unknown>>, options?: Options]
