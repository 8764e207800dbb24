import type {CslItem} from './cslItem.ts'
import {join, linked, plain} from './runs.ts'
import type {Runs} from './runs.ts'

/** The address of a DOI; characters that an address may not hold are encoded (DOI Handbook, 2.5.2.4). */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}

/** `doi:10.…`, the identifier itself, without a stop after it. */
export function doiLabel({DOI: doi}: CslItem, label: string): Runs {
  return doi ? join([plain(label), linked(doi, doiAddress(doi))], '') : []
}

/** The item's own address as its text; only web addresses become links. */
export function urlRun({URL: url}: CslItem): Runs {
  if (!url) return []
  return /^https?:\/\//iu.test(url) ? linked(url, url) : plain(url)
}
