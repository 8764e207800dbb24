/** One entry of a TIFF directory: where it stands, and what it says. */
export type ExifEntry = {tag: number; offset: number; values: (number | string)[]}

export type ExifDirectory = {entries: ExifEntry[]; offset: number; byteLength: number}

/** The directories of an Exif block that matter here; `tiffStart` is where its offsets count from. */
export type ExifBlock = {
  tiffStart: number
  image: ExifDirectory
  photo: ExifDirectory | null
  location: ExifDirectory | null
}

const PHOTO_DIRECTORY = 0x8769
const LOCATION_DIRECTORY = 0x8825
// Bytes of one value by field type (TIFF 6.0, section 2): byte, ASCII, short, long, rational, …
const typeSizes: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

type Reader = {bytes: Buffer; tiffStart: number; little: boolean}

function readUint(reader: Reader, offset: number, size: 2 | 4): number {
  const {bytes, little} = reader
  if (size === 2) return little ? bytes.readUInt16LE(offset) : bytes.readUInt16BE(offset)
  return little ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset)
}

function readInt(reader: Reader, offset: number): number {
  return reader.little ? reader.bytes.readInt32LE(offset) : reader.bytes.readInt32BE(offset)
}

function readValue(reader: Reader, type: number, at: number): number {
  switch (type) {
    case 3:
      return readUint(reader, at, 2)
    case 4:
      return readUint(reader, at, 4)
    case 5:
      return readUint(reader, at, 4) / readUint(reader, at + 4, 4)
    case 9:
      return readInt(reader, at)
    case 10:
      return readInt(reader, at) / readInt(reader, at + 4)
    default:
      return reader.bytes.readUInt8(at)
  }
}

function readEntry(reader: Reader, offset: number): ExifEntry {
  const tag = readUint(reader, offset, 2)
  const type = readUint(reader, offset + 2, 2)
  const count = readUint(reader, offset + 4, 4)
  const size = typeSizes[type] ?? 1
  const byteLength = size * count
  const at = byteLength <= 4 ? offset + 8 : reader.tiffStart + readUint(reader, offset + 8, 4)
  // A broken file may claim anything: nothing outside the block is read, and long blobs are left alone.
  if (at + byteLength > reader.bytes.length || byteLength > 65_536) return {tag, offset, values: []}
  if (type === 2) {
    const text = reader.bytes.toString('latin1', at, at + byteLength)
    return {tag, offset, values: [text.split('\0', 1)[0]?.trim() ?? '']}
  }
  return {
    tag,
    offset,
    values: Array.from({length: count}, (_value, index) => readValue(reader, type, at + index * size)),
  }
}

function readDirectory(reader: Reader, start: number): ExifDirectory | null {
  const offset = reader.tiffStart + start
  if (start === 0 || offset + 2 > reader.bytes.length) return null
  const count = readUint(reader, offset, 2)
  const byteLength = 2 + count * 12
  if (offset + byteLength > reader.bytes.length) return null
  const entries = Array.from({length: count}, (_value, index) => readEntry(reader, offset + 2 + index * 12))
  return {entries, offset, byteLength}
}

function readPointed(reader: Reader, directory: ExifDirectory, tag: number): ExifDirectory | null {
  const pointer = directory.entries.find((entry) => entry.tag === tag)?.values[0]
  return typeof pointer === 'number' ? readDirectory(reader, pointer) : null
}

/**
 * Reads an Exif block: a TIFF header with its directories, with or without `Exif\0\0` before it; null when it is none.
 */
export function parseExif(bytes: Buffer): ExifBlock | null {
  const tiffStart = bytes.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0
  const order = bytes.toString('latin1', tiffStart, tiffStart + 4)
  const little = order === 'II*\0'
  if (!little && order !== 'MM\0*') return null
  const reader = {bytes, tiffStart, little}
  try {
    const image = readDirectory(reader, readUint(reader, tiffStart + 4, 4))
    if (image === null) return null
    const photo = readPointed(reader, image, PHOTO_DIRECTORY)
    return {tiffStart, image, photo, location: readPointed(reader, image, LOCATION_DIRECTORY)}
  } catch (error) {
    // Reading past the end of a cut-off block.
    if (error instanceof RangeError) return null
    throw error
  }
}
