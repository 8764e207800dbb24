/** One line of the report, as every bench of this project prints it; `ok` says whether the target is met. */
export type Line = {
  name: string
  value: number
  unit: string
  baseline: number
  ratio: number
  target: number
  ok: boolean
}

/** Prints a line of the report as JSON. */
export function printLine(line: Line): void {
  const rounded = {
    ...line,
    value: round(line.value),
    baseline: round(line.baseline),
    ratio: round(line.ratio),
  }
  process.stdout.write(`${JSON.stringify(rounded)}\n`)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
