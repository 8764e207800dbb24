import type {QueryParams} from './reader.ts'

/** What a read is asked for, as code without types may give it. */
export interface AskedRead {
  readonly queryName: string
  /** Names of the parameters that the query takes; missing when it is no query. */
  readonly names: readonly string[] | undefined
  readonly params: QueryParams
  readonly timeoutMs: number
}

/** Says what a caller did wrong and how to mend it; loaded when somebody did. */
export function misuseOf({queryName, names, params, timeoutMs}: AskedRead): TypeError {
  if (!names) return new TypeError('Give a query that groq-zod generated, not its text.')
  const missing = names.filter((name) => params[name] === undefined)
  return new TypeError(
    missing.length > 0
      ? `Query ${queryName} needs ${missing.join(', ')}, which is undefined.`
      : `\`timeoutMs\` is ${timeoutMs}. Give milliseconds.`,
  )
}
