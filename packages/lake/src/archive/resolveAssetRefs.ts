import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** An asset that a document in a file asks for, and where: `_sanityAsset: 'image@file://./images/…'`. */
export type AssetRequest = {kind: 'image' | 'file'; url: string; path: string}

const MARK = /^(image|file)@([a-z]+:\/\/.*)$/s

/**
 * Gives a document the references to its assets in place of where their files are.
 * @param resolve - the `_id` of the asset
 * @param refuse - throws for a `_sanityAsset` that is none; gets the path to it and what it says
 */
export function resolveAssetRefs(
  document: JsonObject,
  resolve: (request: AssetRequest) => string,
  refuse: (path: string, value: unknown) => never,
): JsonObject {
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown, index) => visit(item, `${path}[${index}]`))
    if (!isJsonObject(value)) return value
    const {_sanityAsset: mark, ...rest} = value
    const members = Object.fromEntries(
      Object.entries(rest).map(([name, member]) => [
        name,
        visit(member, path === '' ? name : `${path}.${name}`),
      ]),
    )
    if (mark === undefined) return members
    const [, kind, url] = typeof mark === 'string' ? (MARK.exec(mark) ?? []) : []
    if (url === undefined) refuse(path, mark)
    const known = kind === 'image' ? 'image' : 'file'
    const reference = {_type: 'reference', _ref: resolve({kind: known, url, path})}
    // An object that holds nothing else gets its type; one that does keeps what it says.
    return {...(Object.keys(members).length === 0 ? {_type: known} : members), asset: reference}
  }
  const resolved = visit(document, '')
  return isJsonObject(resolved) ? resolved : document
}
