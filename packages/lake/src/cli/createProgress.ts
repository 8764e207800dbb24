import type {OnProgress} from '../archive/Progress.ts'
import type {Output} from './Command.ts'

const BAR_CHARACTERS = 28
const DRAW_EVERY_MS = 100
const LINE_EVERY_MS = 5000

/** Shows how far long work has come. */
export type Progress = {
  report: OnProgress
  /** Ends the line that is being drawn, so that others can follow. */
  end(): void
}

/** A bar on a terminal; elsewhere a line now and then, which a log can keep. */
export function createProgress(output: Output, now: () => number = Date.now): Progress {
  const {draw} = output
  let shown = {step: '', at: -Infinity}
  let isDrawn = false
  const end = (): void => {
    if (isDrawn) draw?.('\n')
    isDrawn = false
  }
  return {
    end,
    report: (step, done, total) => {
      const isNew = step !== shown.step
      const isLast = done === total
      if (!isNew && !isLast && now() - shown.at < (draw ? DRAW_EVERY_MS : LINE_EVERY_MS)) return
      const at = now()
      if (isNew) end()
      shown = {step, at}
      const figures = total === undefined ? String(done) : `${done} of ${total}`
      if (draw) {
        draw(`\r${step.padEnd(12)} ${total === undefined ? '' : `${barOf(done, total)} `}${figures}\u001B[K`)
        isDrawn = true
      } else if (!isNew || isLast) output.error(`${step}: ${figures}`)
    },
  }
}

function barOf(done: number, total: number): string {
  const full =
    total === 0 ? BAR_CHARACTERS : Math.min(BAR_CHARACTERS, Math.floor((done / total) * BAR_CHARACTERS))
  return `[${'#'.repeat(full)}${' '.repeat(BAR_CHARACTERS - full)}]`
}
