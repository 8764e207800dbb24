/** What a valid value must satisfy, beyond what `schema.json` says. Bounds are inclusive. */
export type Constraint =
  | {rule: 'required'}
  /** Least and most: of a number its value, of a string its length in characters, of an array its entries. */
  | {rule: 'min' | 'max'; value: number}
  /** Exact length of a string (characters) or an array (entries). */
  | {rule: 'length'; value: number}
  | {rule: 'greaterThan' | 'lessThan'; value: number}
  | {rule: 'integer' | 'positive' | 'negative'}
  /** Most decimal places of a number. */
  | {rule: 'precision'; value: number}
  /** Source and flags of a regular expression that the string must match (`invert`: must not). */
  | {rule: 'regex'; pattern: string; flags: string; invert: boolean}
  | {rule: 'uri'; schemes: string[]; allowRelative: boolean}
  | {rule: 'email' | 'uppercase' | 'lowercase'}
  /** The only values allowed. */
  | {rule: 'oneOf'; values: (string | number)[]}
  /** No two entries of the array are equal (`_key` is not compared). */
  | {rule: 'unique'}
  | {rule: 'assetRequired'}
  /** Format of a string that holds a time: `date` is YYYY-MM-DD, `datetime` is RFC 3339. */
  | {rule: 'date' | 'datetime'}

/**
 * Constraints by type name and field path. A path has dots for fields and `[]` for the entries of an array
 * (`issued.year`, `keyMessages[]`); the empty path is the value of the type itself. Paths end at fields whose
 * type is a named type: its own constraints stand under its own name.
 */
export interface SchemaConstraints {
  version: 1
  types: Record<string, Record<string, Constraint[]>>
}
