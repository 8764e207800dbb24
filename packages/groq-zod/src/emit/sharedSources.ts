import {CHECK_SOURCES} from './checkSources.ts'
import {MATCHER_SOURCES} from './matcherSources.ts'

const sources = new Map([...CHECK_SOURCES, ...MATCHER_SOURCES])

/** True for the name of a declaration that generated modules share. */
export function isSource(name: string): boolean {
  return sources.has(name)
}

export function sourceText(name: string): string {
  return sources.get(name)?.text ?? ''
}

/** The names of what a declaration itself uses. */
export function calledBy(name: string): readonly string[] {
  return sources.get(name)?.calls ?? []
}

/** The names and those that they use, in the order of the table. */
export function withCalled(names: Iterable<string>): string[] {
  const wanted = new Set<string>()
  const add = (name: string): void => {
    wanted.add(name)
    for (const called of calledBy(name)) if (!wanted.has(called)) add(called)
  }
  for (const name of names) add(name)
  return [...sources.keys()].filter((name) => wanted.has(name))
}
