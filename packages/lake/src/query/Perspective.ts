import {LakeError} from '../errors/LakeError.ts'

/** How a query sees drafts and versions: as they are, not at all, or laid over what is published. */
export type Perspective = {kind: 'raw'} | {kind: 'published'} | {kind: 'stack'; layers: readonly string[]}

const LAYER = /^[a-zA-Z0-9_-]+$/

// "From API version 2025-02-19 the default perspective is published, before it raw" (Sanity docs, Perspectives).
const PUBLISHED_BY_DEFAULT_SINCE = '2025-02-19'

/**
 * Reads the `perspective` parameter: `raw`, `published`, `drafts`, or release ids separated by commas, the topmost
 * layer first.
 * @param apiVersion - the date in the address, without `v`; `X` and `1` are the newest and the oldest
 * @throws LakeError `badRequest` naming what is not understood.
 */
export function parsePerspective(value: string | undefined, apiVersion: string): Perspective {
  if (value === undefined || value === '') {
    const recent = apiVersion === 'X' || apiVersion === 'x' || apiVersion >= PUBLISHED_BY_DEFAULT_SINCE
    return recent ? {kind: 'published'} : {kind: 'raw'}
  }
  const names = readNames(value)
  if (names.length === 1 && names[0] === 'raw') return {kind: 'raw'}
  if (names.length === 1 && names[0] === 'published') return {kind: 'published'}
  const layers = names
    .filter((name) => name !== 'published')
    .map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  for (const layer of layers) {
    if (layer === 'raw' || !LAYER.test(layer)) {
      throw new LakeError(
        'badRequest',
        `Perspective "${value}" is not understood: use raw, published, drafts, or release ids separated by commas ("raw" stands alone).`,
        {details: {type: 'validationError'}},
      )
    }
  }
  return {kind: 'stack', layers}
}

function readNames(value: string): string[] {
  return value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter((name) => name !== '')
}
