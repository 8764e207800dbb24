/** Where a part of a result comes from; numbers are places in `documents` and `paths`. */
export type SourceMapSource =
  | {type: 'documentValue'; document: number; path: number}
  | {type: 'literal'}
  | {type: 'unknown'}

/** A document that a result has something of; one of another dataset says which. */
export type SourceMapDocument = {_id: string; _type: string; _projectId?: string; _dataset?: string}

/** Sanity's Content Source Map; the keys of `mappings` are JSONPaths into the result. */
export type SourceMap = {
  documents: SourceMapDocument[]
  paths: string[]
  mappings: Record<string, {type: 'value'; source: SourceMapSource}>
}

/** How a source map names the items of arrays: by index, or by `_key` where they have one. */
export type SourceMapStyle = 'byIndex' | 'byKey'
