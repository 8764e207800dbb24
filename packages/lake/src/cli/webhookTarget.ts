import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {assertPublicHost} from '../webhooks/lookupPublic.ts'

/** @throws LakeError `notFound` for a dataset of which nothing would ever be told. */
export function assertKnownDataset(database: DatabaseSync, dataset: string): void {
  const names = database
    .prepare('SELECT name FROM datasets ORDER BY name')
    .all()
    .map(({name}) => String(name))
  if (dataset === '*' || names.includes(dataset)) return
  throw new LakeError(
    'notFound',
    `There is no dataset "${dataset}" here, only ${names.join(', ') || 'none'}; "*" is all of them.`,
  )
}

/** The host of an address that is not asked unless the lake is told to, as far as that shows without looking it up. */
export function privateAddressOf(url: string): string | undefined {
  const {hostname} = new URL(url)
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return hostname
  try {
    assertPublicHost(hostname)
    return undefined
  } catch {
    return hostname
  }
}
