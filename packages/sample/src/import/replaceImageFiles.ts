const marker = 'image@images/'

function fileOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const source = value['_sanityAsset']
  return typeof source === 'string' && source.startsWith(marker) ? source.slice(marker.length) : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The names of the picture files that a document uses, each once, in the order of the document. */
export function imageFilesOf(value: unknown): ReadonlySet<string> {
  const files = new Set<string>()
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit)
    if (!isRecord(part)) return
    const file = fileOf(part)
    if (file !== undefined) files.add(file)
    Object.values(part).forEach(visit)
  }
  visit(value)
  return files
}

/**
 * A copy of a value in which each picture file is replaced by a reference to its uploaded asset.
 *
 * @throws TypeError when a file has no asset id
 */
export function replaceImageFiles(value: unknown, assetIds: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => replaceImageFiles(entry, assetIds))
  if (!isRecord(value)) return value
  const file = fileOf(value)
  const fields = Object.entries(value)
    .filter(([name]) => name !== '_sanityAsset')
    .map(([name, field]) => [name, replaceImageFiles(field, assetIds)] as const)
  if (file === undefined) return Object.fromEntries(fields)
  const _ref = assetIds.get(file)
  if (_ref === undefined)
    throw new TypeError(`The picture images/${file} was not uploaded: no asset id is known for it.`)
  return {...Object.fromEntries(fields), asset: {_type: 'reference', _ref}}
}
