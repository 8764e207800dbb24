import type {SourcePlace} from '../find/StaticText.ts'

/** Something to say about one place of one query. */
export interface Diagnostic {
  /** `unknown-field`: the schema has no such field. `unknown-type`: the type cannot be known, the validator lets all pass. */
  readonly code: 'unknown-field' | 'unknown-type'
  readonly query: string
  /** Where the query is declared. */
  readonly place: SourcePlace
  readonly message: string
  /** The lines of the query around the place. */
  readonly frame: string
  /** Where the place itself stands, which may be another file that the query takes a part from. */
  readonly origin: {readonly file: string; readonly offset: number} | undefined
}
