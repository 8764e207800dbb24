/** A place on the drawing: x to the right, y downwards, as in SVG. */
export type Point = readonly [x: number, y: number]

/** Rounds to one decimal, so that a file has the same bytes on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

/** The point `length` away from `from`, in degrees counted anticlockwise from the right. */
export function along(from: Point, degrees: number, length: number): Point {
  const radians = (degrees * Math.PI) / 180
  return [from[0] + length * Math.cos(radians), from[1] - length * Math.sin(radians)]
}

/** The direction from one point to another, in degrees counted anticlockwise from the right. */
export function directionTo(from: Point, to: Point): number {
  return (Math.atan2(from[1] - to[1], to[0] - from[0]) * 180) / Math.PI
}

export function distance(from: Point, to: Point): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1])
}

/**
 * Where the middle joint of a two-part limb lies when its end is at `to` (law of cosines).
 * A target out of reach gives a straight limb towards it.
 */
export function middleJoint(
  from: Point,
  to: Point,
  upper: number,
  lower: number,
  bend: 1 | -1,
): {joint: Point; end: Point} {
  const span = Math.min(distance(from, to), upper + lower - 0.5)
  const towards = directionTo(from, to)
  const cosine = (upper * upper + span * span - lower * lower) / (2 * upper * span)
  const angle = (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
  return {joint: along(from, towards + bend * angle, upper), end: along(from, towards, span)}
}
