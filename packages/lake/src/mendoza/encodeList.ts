import {readAttribute} from '../patch/matchPath.ts'
import {isSameJson} from './isSameJson.ts'
import * as op from './opcodes.ts'

/** How an element that is not in the old list is written; `source` is the place of the one that it came from. */
export type EncodeElement = (item: unknown, source: number) => unknown[]

function countCommonStart(left: readonly unknown[], right: readonly unknown[]): number {
  const limit = Math.min(left.length, right.length)
  let count = 0
  while (count < limit && isSameJson(left[count], right[count])) count += 1
  return count
}

function countCommonEnd(left: readonly unknown[], right: readonly unknown[], limit: number): number {
  let count = 0
  while (count < limit && isSameJson(left[left.length - 1 - count], right[right.length - 1 - count]))
    count += 1
  return count
}

/** Runs of elements taken from the old list, joined where one follows the other. */
function createRuns() {
  const operations: unknown[] = []
  let run: {start: number; end: number} | undefined
  const flush = () => {
    if (run) operations.push(op.ARRAY_APPEND_SLICE, run.start, run.end)
    run = undefined
  }
  return {
    get end() {
      return run?.end
    },
    copy(start: number, end: number) {
      if (start === end) return
      if (run?.end === start) run.end = end
      else {
        flush()
        run = {start, end}
      }
    },
    append(...more: unknown[]) {
      flush()
      operations.push(...more)
    },
    finish() {
      flush()
      return operations
    },
  }
}

/**
 * The operations that build `right` on a blank output from slices of the input list `left`, in whatever order they
 * stand there; only what lies between the equal start and the equal end is looked at closely.
 */
export function encodeList(
  left: readonly unknown[],
  right: readonly unknown[],
  encodeElement: EncodeElement,
): unknown[] {
  const start = countCommonStart(left, right)
  const end = countCommonEnd(left, right, Math.min(left.length, right.length) - start)
  const old = left.slice(start, left.length - end).map((item) => JSON.stringify(item))
  const byText = new Map(old.map((text, index) => [text, start + index]))
  const byKey = new Map(left.map((item, index) => [readAttribute(item, '_key'), index]))
  const runs = createRuns()
  runs.copy(0, start)
  for (const [offset, item] of right.slice(start, right.length - end).entries()) {
    const text = JSON.stringify(item)
    // A copy that continues the run before it costs nothing, whatever equal elements stand elsewhere.
    const following = runs.end === undefined ? undefined : old[runs.end - start]
    const source = runs.end !== undefined && following === text ? runs.end : byText.get(text)
    if (source !== undefined) runs.copy(source, source + 1)
    else {
      const key = readAttribute(item, '_key')
      const position = start + offset
      runs.append(...encodeElement(item, key === undefined ? position : (byKey.get(key) ?? position)))
    }
  }
  runs.copy(left.length - end, left.length)
  return runs.finish()
}
