import type {Geometry, Polygon, Position} from './Geometry.ts'
import {isOnSegment, meetingsAlong, placeInRing, segmentsOf} from './segments.ts'
import type {Segment} from './segments.ts'

/**
 * True when every position of the second lies within the first, its border included, on a plane. Of several polygons
 * one must hold all of the second (GROQ specification, `geo::contains()`).
 */
export function containsGeometry(outer: Geometry, inner: Geometry): boolean {
  return outer.polygons.some((polygon) => doesPolygonHold(polygon, inner)) || doLinesHold(outer, inner)
}

/** True for a position within a polygon or on its border. */
export function isInPolygon(point: Position, [shell, ...holes]: Polygon): boolean {
  if (!shell || placeInRing(point, shell) === 'outside') return false
  return holes.every((hole) => placeInRing(point, hole) !== 'inside')
}

function doesPolygonHold(polygon: Polygon, {points, lines, polygons}: Geometry): boolean {
  const borders = polygon.flatMap(segmentsOf)
  const isHeld = (segment: Segment): boolean =>
    positionsBetween(segment, borders).every((point) => isInPolygon(point, polygon))
  return (
    points.every((point) => isInPolygon(point, polygon)) &&
    [...lines, ...polygons.flat()].flatMap(segmentsOf).every(isHeld) &&
    polygons.every((inner) => !coversHole(inner, polygon))
  )
}

// The ring of the inner one may lie all around a hole of the outer one.
function coversHole(inner: Polygon, [, ...holes]: Polygon): boolean {
  return holes.some((hole) => {
    const point = insideOf(hole)
    return point !== undefined && isInPolygon(point, inner)
  })
}

/** Some position within a ring: on a level between two of its heights, halfway between its first two borders. */
function insideOf(ring: readonly Position[]): Position | undefined {
  const heights = [...new Set(ring.map(([, lat]) => lat))].toSorted((low, high) => low - high)
  const [low, high] = heights
  if (low === undefined || high === undefined) return undefined
  const level = (low + high) / 2
  const crossings = segmentsOf(ring)
    .filter(([a, b]) => a[1] > level !== b[1] > level)
    .map(([a, b]) => a[0] + ((level - a[1]) * (b[0] - a[0])) / (b[1] - a[1]))
    .toSorted((left, right) => left - right)
  const [left, right] = crossings
  return left === undefined || right === undefined ? undefined : [(left + right) / 2, level]
}

function doLinesHold(outer: Geometry, {points, lines, polygons}: Geometry): boolean {
  const paths = outer.lines.flatMap(segmentsOf)
  if (polygons.length > 0 || outer.polygons.length + paths.length + outer.points.length === 0) return false
  const isOnPath = (point: Position): boolean => paths.some((path) => isOnSegment(point, path))
  const isPoint = ([x, y]: Position): boolean =>
    outer.points.some((point) => point[0] === x && point[1] === y)
  return (
    points.every((point) => isOnPath(point) || isPoint(point)) &&
    lines.flatMap(segmentsOf).every((segment) => isCovered(segment, paths))
  )
}

// What lies between two marks is on one path or on none.
function isCovered(segment: Segment, paths: readonly Segment[]): boolean {
  const along = paths.filter(
    (path) => path.some((end) => isOnSegment(end, segment)) || segment.some((end) => isOnSegment(end, path)),
  )
  return positionsBetween(segment, paths).every((point) => along.some((path) => isNearlyOn(point, path)))
}

// A position that was computed lies beside a slanted path by the last bit.
function isNearlyOn([x, y]: Position, [a, b]: Segment): boolean {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const share = ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length ** 2
  const aside = Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / length
  return share >= 0 && share <= 1 && aside < 1e-12
}

/** The ends of a segment, and a position between each two places where other segments meet it. */
function positionsBetween([a, b]: Segment, others: readonly Segment[]): Position[] {
  const marks = others
    .flatMap((other) => meetingsAlong([a, b], other))
    .filter((mark) => mark > 0 && mark < 1)
    .toSorted((left, right) => left - right)
  const bounds = [0, ...marks, 1]
  const middles = bounds.slice(1).map((end, index) => ((bounds[index] ?? 0) + end) / 2)
  return [
    a,
    b,
    ...middles.map((share): Position => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]),
  ]
}
