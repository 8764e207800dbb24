import type {Position} from './Geometry.ts'

// The radius that the public conformance corpus of GROQ expects: that of WGS 84 at the equator.
const EARTH_RADIUS_METERS = 6_378_137

const RADIANS = Math.PI / 180

/** Metres between two positions on a sphere, by the haversine formula (GROQ specification, `geo::distance()`). */
export function distanceBetween([lngA, latA]: Position, [lngB, latB]: Position): number {
  const byLat = Math.sin(((latA - latB) * RADIANS) / 2)
  const byLng = Math.sin(((lngA - lngB) * RADIANS) / 2)
  const share = byLat * byLat + Math.cos(latB * RADIANS) * Math.cos(latA * RADIANS) * byLng * byLng
  return 2 * EARTH_RADIUS_METERS * Math.atan2(Math.sqrt(share), Math.sqrt(1 - share))
}
