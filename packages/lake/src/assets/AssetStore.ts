import type {AssetFile} from './assetFile.ts'

/** Bytes that have arrived but are not yet an asset; exactly one of `keep` and `discard` ends it. */
export type Upload = {
  /** SHA-1 of the bytes, forty hexadecimal digits. */
  readonly sha1hash: string
  readonly sizeBytes: number
  /** The whole content; asked for only where a decoder needs it. */
  readBytes(): Promise<Buffer>
  /** Puts other bytes in place of those that arrived; `sha1hash` and `sizeBytes` follow. */
  replaceBytes(bytes: Buffer): Promise<void>
  /** Makes the bytes an asset; they are on disk when it returns. The same content is kept once. */
  keep(file: AssetFile): Promise<void>
  discard(): Promise<void>
}

/** An asset's stored bytes. Both ways to them reject with a LakeError `notFound` once the asset is deleted. */
export type StoredAsset = {
  readonly sizeBytes: number
  /** Bytes from `start` up to, not including, `end`. */
  stream(range: {start: number; end: number}): Promise<ReadableStream<Uint8Array>>
  readBytes(): Promise<Buffer>
}

/** Limits of one upload. */
export type UploadLimits = {
  maxBytes: number
  /** The longest pause between two pieces of the body, in milliseconds. */
  idleTimeoutMs: number
}

/** Where asset bytes are kept: by content, one folder a dataset and kind. */
export type AssetStore = {
  /** @throws LakeError `tooLarge` beyond `maxBytes`, `badRequest` for a stalled or broken-off body. */
  receive(body: ReadableStream<Uint8Array> | null, limits: UploadLimits): Promise<Upload>
  open(file: AssetFile): Promise<StoredAsset | null>
  /** Whether there was one. */
  remove(file: AssetFile): Promise<boolean>
  /** Gives another dataset all files of this one. */
  copyDataset(from: string, to: string): Promise<void>
  removeDataset(dataset: string): Promise<void>
}
