import {crc32} from 'node:zlib'

const SIGNATURE_BYTES = 8
const textKinds: readonly string[] = ['iTXt', 'tEXt', 'zTXt']

/** The chunks of a PNG file, each with its length, kind, content and check sum (PNG specification, section 5). */
function* readChunks(file: Buffer): Generator<Buffer> {
  for (let start = SIGNATURE_BYTES; start + 12 <= file.length;) {
    const end = start + 12 + file.readUInt32BE(start)
    if (end > file.length) return
    yield file.subarray(start, end)
    start = end
  }
}

function isPackedMetadata(chunk: Buffer): boolean {
  if (!textKinds.includes(chunk.toString('latin1', 4, 8))) return false
  const [keyword = ''] = chunk.toString('latin1', 8, 88).split('\0')
  return keyword === 'XML:com.adobe.xmp' || keyword.startsWith('Raw profile type')
}

/** Copies a PNG without its XMP packet and raw profiles, which are text and mostly compressed. */
export function dropPackedMetadata(file: Buffer): Buffer {
  const chunks = [...readChunks(file)].filter((chunk) => !isPackedMetadata(chunk))
  return Buffer.concat([file.subarray(0, SIGNATURE_BYTES), ...chunks])
}

/** Copies a PNG with the check sums that its chunks have now. */
export function repairChecksums(file: Buffer): Buffer {
  const copy = Buffer.from(file)
  for (const chunk of readChunks(copy)) chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return copy
}
