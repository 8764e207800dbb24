/** The type of an asset, whose id says it (Sanity docs, Assets); null for other documents. */
export function assetType(id: string): string | null {
  if (/^image-[^-.]+-\d+x\d+-\w+$/u.test(id)) return 'sanity.imageAsset'
  return /^file-[^-.]+-\w+$/u.test(id) ? 'sanity.fileAsset' : null
}
