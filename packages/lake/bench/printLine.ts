/** One line of the report, as every bench of this project prints it; `ok` says whether the target is met. */
export type Line = {
  name: string
  value: number
  unit: string
  /** What it is measured against, in the same run, with its figure. */
  baseline: string
  ratio: number
  target: string
  ok: boolean
}

/** Prints a line of the report as JSON. */
export function printLine(line: Line): void {
  const rounded = {
    ...line,
    value: round(line.value),
    ratio: round(line.ratio),
  }
  process.stdout.write(`${JSON.stringify(rounded)}\n`)
}

/** Four digits say all that a noisy machine can. */
export function round(value: number): number {
  return Number(value.toPrecision(4))
}
