import sharp from 'sharp'
import {dropPackedMetadata, repairChecksums} from './pngChunks.ts'
import {parseExif, type ExifBlock, type ExifEntry} from './parseExif.ts'

// XMP repeats the position as attributes (exif:GPSLatitude="…") or elements (<exif:GPSLatitude>…).
const xmpLocationPattern = /(exif:GPS\w+\s*=\s*["']|<exif:GPS\w+>)([^"'<]*)/g
const xmpPlacePattern =
  /(photoshop:(?:City|State|Country)\s*=\s*["']|<photoshop:(?:City|State|Country)>)([^"'<]*)/g

const typeSizes: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

function blankEntry(bytes: Buffer, block: ExifBlock, entry: ExifEntry, little: boolean): void {
  const type = little ? bytes.readUInt16LE(entry.offset + 2) : bytes.readUInt16BE(entry.offset + 2)
  const count = little ? bytes.readUInt32LE(entry.offset + 4) : bytes.readUInt32BE(entry.offset + 4)
  const byteLength = (typeSizes[type] ?? 1) * count
  if (byteLength > 4) {
    const pointer = little ? bytes.readUInt32LE(entry.offset + 8) : bytes.readUInt32BE(entry.offset + 8)
    const start = Math.min(block.tiffStart + pointer, bytes.length)
    bytes.fill(0, start, Math.min(start + byteLength, bytes.length))
  }
}

/** A copy of an Exif block of the same length whose location directory is empty, or null when it has none. */
function blankExif(exif: Buffer): Buffer | null {
  const block = parseExif(exif)
  if (!block?.location) return null
  const bytes = Buffer.from(exif)
  const little = bytes.toString('latin1', block.tiffStart, block.tiffStart + 2) === 'II'
  for (const entry of block.location.entries) blankEntry(bytes, block, entry, little)
  bytes.fill(0, block.location.offset, block.location.offset + block.location.byteLength)
  return bytes
}

function withoutMark(exif: Buffer | undefined): Buffer | undefined {
  return exif?.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
}

function blankXmp(xmp: Buffer): Buffer | null {
  const text = xmp.toString('latin1')
  const blanked = [xmpLocationPattern, xmpPlacePattern].reduce(
    (current, pattern) =>
      current.replaceAll(
        pattern,
        (_match, before: string, value: string) => before + ' '.repeat(value.length),
      ),
    text,
  )
  return blanked === text ? null : Buffer.from(blanked, 'latin1')
}

/** Puts `replacement` where `part` stands; false when the file does not hold it byte for byte. */
function replaceInPlace(file: Buffer, part: Buffer, replacement: Buffer): boolean {
  let position = file.indexOf(part)
  if (position < 0) return false
  for (; position >= 0; position = file.indexOf(part, position + part.length))
    replacement.copy(file, position)
  return true
}

/**
 * Copies an image without the place where it was taken, pixels and all other metadata untouched; null when it names no
 * place. Where the metadata is packed so that it cannot be edited in place, the image is written anew without any.
 */
export async function stripLocation(file: Buffer): Promise<Buffer | null> {
  const {exif, xmp, format} = await sharp(file, {limitInputPixels: false}).metadata()
  // A TIFF file is itself such a block; its decoder hands out none. PNG keeps the block without its "Exif" mark.
  const block = format === 'tiff' ? file : withoutMark(exif)
  const parts = [
    {part: block, blanked: block && blankExif(block)},
    {part: xmp, blanked: xmp && blankXmp(xmp)},
  ].flatMap(({part, blanked}) => (part && blanked ? [{part, blanked}] : []))
  if (parts.length === 0) return null
  if (format === 'png') {
    const blankedBlock = block && blankExif(block)
    const copy = dropPackedMetadata(file)
    if (block && blankedBlock) replaceInPlace(copy, block, blankedBlock)
    return repairChecksums(copy)
  }
  const copy = Buffer.from(file)
  const edited = parts.every(({part, blanked}) => replaceInPlace(copy, part, blanked))
  return edited ? copy : sharp(file, {animated: true}).keepIccProfile().autoOrient().toBuffer()
}
