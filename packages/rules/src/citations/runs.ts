/** A piece of a formatted citation. */
export interface Run {
  readonly text: string
  readonly italic?: true
  /** The address that the text leads to. */
  readonly link?: string
}

/** Text that belongs together; an empty list prints nothing. */
export type Runs = readonly Run[]

export function plain(text: string | undefined): Runs {
  return text === undefined || text === '' ? [] : [{text}]
}

export function italic(text: string | undefined): Runs {
  return text === undefined || text === '' ? [] : [{text, italic: true}]
}

export function linked(text: string, link: string): Runs {
  return [{text, link}]
}

/** Joins the parts that are not empty. */
export function join(parts: readonly Runs[], separator: string): Runs {
  const filled = parts.filter((part) => part.length > 0)
  return filled.flatMap((part, index) => (index === 0 ? part : [{text: separator}, ...part]))
}

/** Ends with a full stop, unless it ends a sentence already or is empty; a bracket ends none: `(n.d.).` */
export function sentence(runs: Runs): Runs {
  const last = runs.at(-1)
  if (!last) return []
  return /[.?!][”"’']?$/u.test(last.text) ? runs : [...runs, {text: '.'}]
}

export function textOf(runs: Runs): string {
  return runs.map(({text}) => text).join('')
}

/** Joins neighbours that look the same, so that a renderer makes no needless elements. */
export function mergeRuns(runs: Runs): Runs {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last.italic === run.italic && last.link === run.link) {
      merged[merged.length - 1] = {...last, text: last.text + run.text}
    } else merged.push(run)
  }
  return merged
}
