import {parseExif, type ExifDirectory} from './parseExif.ts'

// Exif 2.32, table 4 and TIFF 6.0: what an editor may want to show; maker notes and thumbnails are left out.
const imageTags: ReadonlyMap<number, string> = new Map([
  [0x010f, 'Make'],
  [0x0110, 'Model'],
  [0x0112, 'Orientation'],
  [0x0131, 'Software'],
  [0x0132, 'DateTime'],
  [0x013b, 'Artist'],
  [0x8298, 'Copyright'],
])
const photoTags: ReadonlyMap<number, string> = new Map([
  [0x829a, 'ExposureTime'],
  [0x829d, 'FNumber'],
  [0x8822, 'ExposureProgram'],
  [0x8827, 'ISO'],
  [0x9003, 'DateTimeOriginal'],
  [0x9004, 'DateTimeDigitized'],
  [0x9201, 'ShutterSpeedValue'],
  [0x9202, 'ApertureValue'],
  [0x9203, 'BrightnessValue'],
  [0x9204, 'ExposureBiasValue'],
  [0x9205, 'MaxApertureValue'],
  [0x9207, 'MeteringMode'],
  [0x9208, 'LightSource'],
  [0x9209, 'Flash'],
  [0x920a, 'FocalLength'],
  [0xa001, 'ColorSpace'],
  [0xa002, 'PixelXDimension'],
  [0xa003, 'PixelYDimension'],
  [0xa402, 'ExposureMode'],
  [0xa403, 'WhiteBalance'],
  [0xa404, 'DigitalZoomRatio'],
  [0xa405, 'FocalLengthIn35mmFormat'],
  [0xa406, 'SceneCaptureType'],
  [0xa433, 'LensMake'],
  [0xa434, 'LensModel'],
])

function readTags(
  directory: ExifDirectory | null,
  names: ReadonlyMap<number, string>,
): [string, number | string][] {
  return (directory?.entries ?? []).flatMap(({tag, values}) => {
    const name = names.get(tag)
    const [value] = values
    const usable = typeof value === 'string' ? value !== '' : Number.isFinite(value)
    return name !== undefined && value !== undefined && usable ? [[name, value]] : []
  })
}

/** The `metadata.exif` of an image asset: camera and exposure, never the location; null without an Exif block. */
export function readExif(exif: Buffer | undefined): Record<string, number | string> | null {
  const block = exif && parseExif(exif)
  if (!block) return null
  const tags = [...readTags(block.image, imageTags), ...readTags(block.photo, photoTags)]
  return {_type: 'sanity.imageExifMetadata', ...Object.fromEntries(tags)}
}

const [LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE, ALTITUDE_REF, ALTITUDE] = [1, 2, 3, 4, 5, 6]

function toDegrees(values: readonly (number | string)[] | undefined, negative: boolean): number | null {
  const [degrees, minutes, seconds] = values ?? []
  if (typeof degrees !== 'number' || typeof minutes !== 'number' || typeof seconds !== 'number') return null
  const total = degrees + minutes / 60 + seconds / 3600
  return Number.isFinite(total) ? (negative ? -total : total) : null
}

/** The `metadata.location` of an image asset (degrees, metres), for those who ask for it; null when it has none. */
export function readLocation(
  exif: Buffer | undefined,
): {_type: 'geopoint'; lat: number; lng: number; alt?: number} | null {
  const entries = (exif && parseExif(exif)?.location?.entries) || []
  const valuesOf = (tag: number | undefined) => entries.find((entry) => entry.tag === tag)?.values
  const lat = toDegrees(valuesOf(LATITUDE), valuesOf(LATITUDE_REF)?.[0] === 'S')
  const lng = toDegrees(valuesOf(LONGITUDE), valuesOf(LONGITUDE_REF)?.[0] === 'W')
  if (lat === null || lng === null) return null
  const altitude = valuesOf(ALTITUDE)?.[0]
  if (typeof altitude !== 'number' || !Number.isFinite(altitude)) return {_type: 'geopoint', lat, lng}
  return {_type: 'geopoint', lat, lng, alt: valuesOf(ALTITUDE_REF)?.[0] === 1 ? -altitude : altitude}
}
