const MAX_FRAMES = 12

/** What a log says of a failure. */
export type FailureFacts = {type: string; code?: string; reason: string; stack?: string[]}

/**
 * Describes a failure without content: a parser quotes what it could not read, so its words are left out; the stack names
 * files and lines alone.
 */
export function describeFailure(error: unknown): FailureFacts {
  if (!(error instanceof Error)) return {type: typeof error, reason: 'not an error'}
  const {name, message, stack = ''} = error
  const code = 'code' in error && typeof error.code === 'string' ? {code: error.code} : {}
  const frames = stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MAX_FRAMES)
  return {
    type: name,
    ...code,
    reason: error instanceof SyntaxError ? 'text that could not be read (its words are not shown)' : message,
    ...(frames.length > 0 ? {stack: frames} : {}),
  }
}
