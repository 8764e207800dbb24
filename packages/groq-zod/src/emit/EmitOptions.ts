/** How generated validators look and behave. */
export interface EmitOptions {
  /** `mini` imports `zod/mini` (small), `full` imports `zod`. */
  readonly zod: 'mini' | 'full'
  /** Keys of an object that its type does not name: dropped from the result, kept in it, or refused. */
  readonly unknownKeys: 'drop' | 'keep' | 'refuse'
  /** An object of a union whose `_type` the schema does not hold: refused, or kept as `UnknownDocument`. */
  readonly unknownTypes: 'refuse' | 'keep'
  /** Write plain functions beside the zod schemas: what is valid is then seen many times faster. */
  readonly fastPath: boolean
  /**
   * Write beside each query module a light one without zod: the query, a function that says whether a published
   * result is valid, and one that loads the validators for what is not.
   */
  readonly lightModules: boolean
  /** What relative imports in generated modules end with. */
  readonly importExtension: '.ts' | '.js' | ''
}

export const DEFAULT_EMIT_OPTIONS: EmitOptions = {
  zod: 'mini',
  unknownKeys: 'drop',
  unknownTypes: 'refuse',
  fastPath: true,
  lightModules: false,
  importExtension: '.ts',
}
