import type {Position, Ring} from './Geometry.ts'

/** A straight piece between two positions. */
export type Segment = readonly [Position, Position]

/** The pieces of a line or ring. */
export function segmentsOf(line: readonly Position[]): Segment[] {
  return line.slice(1).flatMap((end, index) => {
    const start = line[index]
    return start ? [[start, end] as const] : []
  })
}

/** Positive where c lies to the left of the way from a to b, negative to the right, 0 on it. */
export function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** True for a position on a segment, its ends included. */
export function isOnSegment(point: Position, [a, b]: Segment): boolean {
  return turn(a, b, point) === 0 && isBetween(point, a, b)
}

function isBetween(point: Position, a: Position, b: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= point[0] &&
    point[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= point[1] &&
    point[1] <= Math.max(a[1], b[1])
  )
}

/** True when two segments share a position. */
export function doSegmentsMeet([a, b]: Segment, [c, d]: Segment): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false
  const [atC, atD, atA, atB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (Math.sign(atC) * Math.sign(atD) < 0 && Math.sign(atA) * Math.sign(atB) < 0) return true
  return isOnSegment(c, [a, b]) || isOnSegment(d, [a, b]) || isOnSegment(a, [c, d]) || isOnSegment(b, [c, d])
}

/** Where along the first segment (0 at its start, 1 at its end) the second one begins, ends or crosses it. */
export function meetingsAlong([a, b]: Segment, other: Segment): number[] {
  const [c, d] = other
  if (!doSegmentsMeet([a, b], other)) return []
  const along = (point: Position): number =>
    Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1])
      ? (point[0] - a[0]) / (b[0] - a[0])
      : (point[1] - a[1]) / (b[1] - a[1])
  const [atC, atD] = [turn(a, b, c), turn(a, b, d)]
  if (atC === 0 && atD === 0) return [along(c), along(d)]
  const share = atC / (atC - atD)
  return [along([c[0] + share * (d[0] - c[0]), c[1] + share * (d[1] - c[1])])]
}

/** Where a position stands to the area of a ring. */
export function placeInRing([x, y]: Position, ring: Ring): 'inside' | 'border' | 'outside' {
  let isInside = false
  for (const [a, b] of segmentsOf(ring)) {
    if (isOnSegment([x, y], [a, b])) return 'border'
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside
  }
  return isInside ? 'inside' : 'outside'
}
