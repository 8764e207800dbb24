import {directionTo, distance, round, type Point} from './geometry.ts'
import {palette} from './palette.ts'

/** A joint of a limb: where it is and how thick the limb is there. */
export interface Joint {
  readonly at: Point
  readonly radius: number
}

export const outlineWidth = 3

/** A point as path data. */
export function pair(point: Point): string {
  return `${round(point[0])} ${round(point[1])}`
}

/** Path data of two circles joined by their outer tangents: a limb with round joints. */
function taperedCapsule(a: Joint, b: Joint): string {
  const span = distance(a.at, b.at)
  if (span <= Math.abs(a.radius - b.radius)) {
    const big = a.radius >= b.radius ? a : b
    return circlePath(big)
  }
  const direction = (directionTo(a.at, b.at) * Math.PI) / 180
  const spread = Math.acos((a.radius - b.radius) / span)
  const edge = (joint: Joint, angle: number): Point => [
    joint.at[0] + joint.radius * Math.cos(angle),
    joint.at[1] - joint.radius * Math.sin(angle),
  ]
  const [a1, a2] = [edge(a, direction + spread), edge(a, direction - spread)]
  const [b1, b2] = [edge(b, direction + spread), edge(b, direction - spread)]
  const aLarge = a.radius > b.radius ? 1 : 0
  const bLarge = b.radius > a.radius ? 1 : 0
  return `M${pair(a1)}L${pair(b1)}A${b.radius} ${b.radius} 0 ${bLarge} 1 ${pair(b2)}L${pair(a2)}A${a.radius} ${a.radius} 0 ${aLarge} 1 ${pair(a1)}Z`
}

function circlePath({at, radius}: Joint): string {
  const left: Point = [at[0] - radius, at[1]]
  const right: Point = [at[0] + radius, at[1]]
  return `M${pair(left)}A${radius} ${radius} 0 1 1 ${pair(right)}A${radius} ${radius} 0 1 1 ${pair(left)}Z`
}

/** A limb or trunk through its joints, outlined as one body: the outline lies under all of its parts. */
export function limb(joints: readonly Joint[], fill: string): string {
  const data = joints
    .slice(1)
    .map((joint, index) => taperedCapsule(joints[index] ?? joint, joint))
    .join('')
  const width = outlineWidth * 2
  return `<path d="${data}" fill="${palette.ink}" stroke="${palette.ink}" stroke-width="${width}" stroke-linejoin="round"/><path d="${data}" fill="${fill}"/>`
}

export function circle(at: Point, radius: number, fill: string): string {
  return `<circle cx="${round(at[0])}" cy="${round(at[1])}" r="${radius}" fill="${fill}" stroke="${palette.ink}" stroke-width="${outlineWidth}"/>`
}

export function rectangle(at: Point, width: number, height: number, fill: string, corner = 6): string {
  return `<rect x="${round(at[0])}" y="${round(at[1])}" width="${round(width)}" height="${round(height)}" rx="${corner}" fill="${fill}" stroke="${palette.ink}" stroke-width="${outlineWidth}"/>`
}

export function line(points: readonly Point[], width = outlineWidth, colour: string = palette.ink): string {
  return `<polyline points="${points.map(pair).join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}
