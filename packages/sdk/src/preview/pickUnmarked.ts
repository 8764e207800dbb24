import {stegaClean} from '@sanity/client/stega'
import type {ResultSchema} from '../validation/contentQuery.ts'
import type {ResultCheck, SchemaPicker, Strictness} from '../validation/strictness.ts'

/**
 * Checks results as if their texts carried no marks, which count as characters and are no part of the content; the
 * result that passes keeps them.
 */
export function pickUnmarked<S extends Strictness>(pick: SchemaPicker<S>): SchemaPicker<S> {
  return (query) => unmarked(pick(query))
}

const knowsNothing = (_value: unknown): _value is never => false

function unmarked<Result>({load}: ResultCheck<Result>): ResultCheck<Result> {
  return {
    matches: knowsNothing,
    load: async (loadSchema) => {
      const {schema, paths} = await load(loadSchema)
      const isValid = (value: unknown): value is Result => schema.safeParse(stegaClean(value)).success
      const safeParse: ResultSchema<Result>['safeParse'] = (value) =>
        isValid(value) ? {success: true, data: value} : schema.safeParse(stegaClean(value))
      const parse = (value: unknown) => (isValid(value) ? value : schema.parse(stegaClean(value)))
      return {schema: {safeParse, parse}, paths}
    },
  }
}
