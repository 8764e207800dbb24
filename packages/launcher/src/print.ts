/** Writes one line for the person at the terminal. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Ends the process with the sentence a person needs, and a stack only for what nobody foresaw. */
export function exitWith(error: unknown): never {
  const text = error instanceof Error && error.name === 'LauncherError' ? error.message : describe(error)
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
