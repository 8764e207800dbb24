import {LakeError} from '../errors/LakeError.ts'

/** What an archive may hold at most: it may come from anybody. */
export type ArchiveLimits = {
  maxEntries: number
  /** Bytes of one entry as it is unpacked; documents, all in one entry, are bound by the total alone. */
  maxEntryBytes: number
  /** Bytes of all entries together. */
  maxTotalBytes: number
  /** How many times larger than its file an archive may become. */
  maxRatio: number
  /** Bytes of one line, that is of one document. */
  maxLineBytes: number
}

/** The bounds unless told otherwise. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxEntries: 1_000_000,
  maxEntryBytes: 1_000_000_000,
  maxTotalBytes: 100_000_000_000,
  maxRatio: 200,
  maxLineBytes: 32_000_000,
}

// Below this, a ratio says nothing: the text of a few documents that are alike packs very well.
const MIN_BYTES_FOR_RATIO = 50_000_000

/** @throws LakeError `tooLarge` naming the limit and the option that raises it. */
export function assertRatio(unpackedBytes: number, packedBytes: number, {maxRatio}: ArchiveLimits): void {
  if (unpackedBytes < MIN_BYTES_FOR_RATIO || unpackedBytes <= packedBytes * maxRatio) return
  throw new LakeError(
    'tooLarge',
    `The archive unpacks to more than ${maxRatio} times its size, as one made to fill a disk does (maxRatio): if you trust it, raise --max-ratio.`,
  )
}
