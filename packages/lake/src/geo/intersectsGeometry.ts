import {isInPolygon} from './containsGeometry.ts'
import type {Geometry, Position} from './Geometry.ts'
import {doSegmentsMeet, isOnSegment, segmentsOf} from './segments.ts'
import type {Segment} from './segments.ts'

/** True when two geographic values share a position, on a plane (GROQ specification, `geo::intersects()`). */
export function intersectsGeometry(left: Geometry, right: Geometry): boolean {
  const ours = outlinesOf(left)
  const theirs = outlinesOf(right)
  return (
    ours.some((segment) => theirs.some((other) => doSegmentsMeet(segment, other))) ||
    left.points.some((point) => isOn(point, right, theirs)) ||
    right.points.some((point) => isOn(point, left, ours)) ||
    // Where no outlines meet, one lies wholly within an area of the other or outside of it.
    startsOf(left).some((point) => isInArea(point, right)) ||
    startsOf(right).some((point) => isInArea(point, left))
  )
}

function outlinesOf({lines, polygons}: Geometry): Segment[] {
  return [...lines, ...polygons.flat()].flatMap(segmentsOf)
}

function startsOf({lines, polygons}: Geometry): Position[] {
  return [...lines, ...polygons.map(([shell]) => shell ?? [])].flatMap(([start]) => (start ? [start] : []))
}

function isInArea(point: Position, {polygons}: Geometry): boolean {
  return polygons.some((polygon) => isInPolygon(point, polygon))
}

function isOn(point: Position, other: Geometry, outlines: readonly Segment[]): boolean {
  return (
    other.points.some(([x, y]) => x === point[0] && y === point[1]) ||
    outlines.some((segment) => isOnSegment(point, segment)) ||
    isInArea(point, other)
  )
}
