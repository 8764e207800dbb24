import {readFileSync} from 'node:fs'

/** One entry point of the package. */
export interface Entry {
  /** Name of its file in `dist`, such as `safety`; `index` for the main entry. */
  readonly name: string
  /** Its source, relative to the package. */
  readonly source: string
}

/**
 * Reads the entry points from `exports` of package.json, so that they are listed in one place.
 *
 * @throws Error when `exports` is not a list of TypeScript sources
 */
export function readEntries(): readonly Entry[] {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('exports' in manifest)) {
    throw new Error('package.json has no `exports`.')
  }
  const {exports} = manifest
  if (typeof exports !== 'object' || exports === null) throw new Error('`exports` is no object.')
  return Object.entries(exports).map(([path, source]) => {
    if (typeof source !== 'string') throw new Error(`The source of ${path} is no path.`)
    return {name: path === '.' ? 'index' : path.replace('./', ''), source}
  })
}
