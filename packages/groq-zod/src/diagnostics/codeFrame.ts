/** Three lines of a text around an offset, with a caret below the place. */
export function codeFrame(text: string, offset: number, length = 1): string {
  const lines = text.split('\n')
  const before = text.slice(0, offset).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  const first = Math.max(1, line - 1)
  const last = Math.min(lines.length, line + 1)
  const width = String(last).length
  const result: string[] = []
  for (let number = first; number <= last; number++) {
    const mark = number === line ? '>' : ' '
    result.push(`${mark} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`.trimEnd())
    if (number === line)
      result.push(`  ${' '.repeat(width)} | ${' '.repeat(column - 1)}${'^'.repeat(Math.max(1, length))}`)
  }
  return result.join('\n')
}
