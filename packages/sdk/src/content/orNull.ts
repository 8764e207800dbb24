import type {QueryParams} from '../client/reader.ts'

/** Gives every parameter a value: GROQ knows null, which our queries read as "any", and no undefined. */
export function orNull(params: QueryParams): QueryParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? null]))
}
