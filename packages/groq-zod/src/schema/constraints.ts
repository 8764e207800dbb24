/** One thing that Sanity's validation enforces on a value, beyond what `schema.json` says. Bounds are inclusive. */
export type ConstraintRule =
  | {readonly rule: 'required' | 'optional' | 'integer' | 'positive' | 'negative'}
  /** Least and most: of a number its value, of a string its length in characters, of an array its items. */
  | {
      readonly rule: 'min' | 'max' | 'length' | 'greaterThan' | 'lessThan' | 'precision'
      readonly value: number
    }
  | {readonly rule: 'regex'; readonly pattern: string; readonly flags: string; readonly invert: boolean}
  /** `schemes` are names (`https`) or the sources of regular expressions that a scheme must match. */
  | {readonly rule: 'uri'; readonly schemes: readonly string[]; readonly allowRelative: boolean}
  | {readonly rule: 'email' | 'uppercase' | 'lowercase'}
  | {readonly rule: 'oneOf'; readonly values: readonly (string | number)[]}
  | {readonly rule: 'unique' | 'assetRequired' | 'date' | 'datetime'}

/**
 * The content of `constraints.json`: rules by type name, then by path inside the type. A path has dots between
 * fields, `[]` for the items of an array and `[name]` for its items of one type (`issued.year`, `steps[]`,
 * `body[block].style`); the empty path is the type itself. A path may lead into a named type: its rules then hold for
 * that place alone, beside those of the named type itself.
 */
export interface Constraints {
  readonly version: 1
  readonly types: Readonly<Record<string, Readonly<Record<string, readonly ConstraintRule[]>>>>
}

export const NO_CONSTRAINTS: Constraints = {version: 1, types: {}}
