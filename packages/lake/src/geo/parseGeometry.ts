import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {Geometry, Polygon, Position} from './Geometry.ts'
import {isSimpleRing} from './isSimpleRing.ts'

const known = new WeakMap<object, {geometry: Geometry | undefined}>()

/**
 * Reads what GROQ takes for a geographic value: `{lat, lng}` or `{lat, lon}`, or a GeoJSON geometry (GROQ
 * specification, geo type; RFC 7946). Features and invalid geometries are none.
 */
export function parseGeometry(value: unknown): Geometry | undefined {
  if (!isJsonObject(value)) return undefined
  let entry = known.get(value)
  if (!entry) known.set(value, (entry = {geometry: parsePoint(value) ?? parseGeoJson(value)}))
  return entry.geometry
}

/** A point, or nothing where latitude or longitude are beyond their bounds. */
export function pointAt(lat: unknown, lng: unknown): Geometry | undefined {
  const position = positionOf([lng, lat])
  return (
    position && {geoJson: {type: 'Point', coordinates: position}, points: [position], lines: [], polygons: []}
  )
}

function parsePoint({lat, lng, lon}: JsonObject): Geometry | undefined {
  if (lat === undefined || (lng === undefined) === (lon === undefined)) return undefined
  return pointAt(lat, lng ?? lon)
}

function parseGeoJson({type, coordinates, geometries}: JsonObject): Geometry | undefined {
  if (type === 'GeometryCollection') return parseCollection(geometries)
  const parts =
    typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type]?.(coordinates) : undefined
  if (!parts || typeof type !== 'string') return undefined
  return {geoJson: {type, coordinates}, points: [], lines: [], polygons: [], ...parts}
}

type Parts = Partial<Pick<Geometry, 'points' | 'lines' | 'polygons'>>

const READERS: Record<string, (coordinates: unknown) => Parts | undefined> = {
  Point: (coordinates) => some('points', listOf([coordinates], positionOf)),
  MultiPoint: (coordinates) => some('points', listOf(coordinates, positionOf)),
  LineString: (coordinates) => some('lines', listOf([coordinates], lineOf)),
  MultiLineString: (coordinates) => some('lines', listOf(coordinates, lineOf)),
  Polygon: (coordinates) => some('polygons', listOf([coordinates], polygonOf)),
  MultiPolygon: (coordinates) => some('polygons', listOf(coordinates, polygonOf)),
}

function some(name: keyof Parts, list: readonly unknown[] | undefined): Parts | undefined {
  return list && list.length > 0 ? {[name]: list} : undefined
}

/** All items read, or nothing where one cannot be. */
function listOf<Item>(value: unknown, read: (item: unknown) => Item | undefined): Item[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = value.map((item: unknown) => read(item)).filter((item) => item !== undefined)
  return items.length === value.length ? items : undefined
}

function positionOf(value: unknown): Position | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined
  const [lng, lat]: unknown[] = value
  if (typeof lng !== 'number' || typeof lat !== 'number') return undefined
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? [lng, lat] : undefined
}

function lineOf(value: unknown): Position[] | undefined {
  const line = listOf(value, positionOf)
  return line && line.length >= 2 ? line : undefined
}

function polygonOf(value: unknown): Polygon | undefined {
  const rings = listOf(value, lineOf)
  return rings && rings.length > 0 && rings.every(isSimpleRing) ? rings : undefined
}

function parseCollection(geometries: unknown): Geometry | undefined {
  const parts = listOf(geometries, parseGeometry)
  if (!parts) return undefined
  return {
    geoJson: {type: 'GeometryCollection', geometries: parts.map(({geoJson}) => geoJson)},
    points: parts.flatMap(({points}) => points),
    lines: parts.flatMap(({lines}) => lines),
    polygons: parts.flatMap(({polygons}) => polygons),
  }
}
