import type {ContentSourceMap} from '@sanity/client'
import {parseJsonPath, resolveMapping} from '@sanity/client/csm'
import {isJsonObject} from '../json/isJsonObject.ts'

/** A value somewhere in a result, with what Sanity's client finds for it in a source map. */
export type Leaf = {path: (string | number)[]; value: unknown; source: unknown; found?: unknown}

/** Every text, number, boolean and null of a result, each followed to its source by Sanity's client. */
export function resolveLeaves(
  result: unknown,
  map: ContentSourceMap,
  documentOf: (id: string) => unknown,
): Leaf[] {
  return leavesOf(result, []).map((leaf) => {
    const resolved = resolveMapping(leaf.path, map)
    const source = resolved?.mapping.source
    if (!resolved || source?.type !== 'documentValue') return {...leaf, source: source?.type ?? 'none'}
    const document = documentOf(map.documents[source.document]?._id ?? '')
    const path = `${map.paths[source.path] ?? ''}${resolved.pathSuffix}`
    return {...leaf, source: source.type, found: valueAt(document, path)}
  })
}

function leavesOf(value: unknown, path: (string | number)[]): {path: (string | number)[]; value: unknown}[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leavesOf(item, [...path, index]))
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]))
  return [{path, value}]
}

function valueAt(document: unknown, path: string): unknown {
  let value = document
  for (const step of parseJsonPath(path)) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined
    else if (typeof step === 'string') value = isJsonObject(value) ? value[step] : undefined
    else {
      const items: unknown[] = Array.isArray(value) ? value : []
      value = items.find((item) => isJsonObject(item) && item['_key'] === step._key)
    }
  }
  return value ?? null
}
