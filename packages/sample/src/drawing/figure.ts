import {along, directionTo, middleJoint, type Point} from './geometry.ts'
import {palette} from './palette.ts'
import {circle, limb, pair, type Joint} from './shapes.ts'

/** Lengths of the figure's parts in drawing units; a standing figure is about 300 tall. */
export const lengths = {
  trunk: 84,
  neck: 36,
  upperArm: 46,
  forearm: 44,
  thigh: 70,
  shin: 68,
  foot: 27,
} as const

/** A limb that ends at a place, its middle joint bending to one side of the line (1 anticlockwise). */
export interface Reach {
  readonly to: Point
  readonly bend: 1 | -1
}

/** The figure seen from the side; all angles in degrees, anticlockwise from the right. */
export interface Pose {
  readonly hip: Point
  /** Direction from the hips to the shoulders. */
  readonly trunk: number
  /** How far the middle of the trunk is pushed sideways (to the left of its direction); 0 is straight. */
  readonly curve?: number
  /** Direction from the shoulders to the middle of the head. */
  readonly neck: number
  /** Where the face looks. */
  readonly face: number
  readonly nearArm: Reach
  readonly farArm: Reach
  readonly nearLeg: Reach & {readonly foot: number}
  readonly farLeg: Reach & {readonly foot: number}
  /** Draw the near arm behind the near leg, as when the hands hold the shin from behind. */
  readonly armBehindLeg?: boolean
}

/** The shoulder of a pose; arms start there. */
export function shoulderOf(pose: Pick<Pose, 'hip' | 'trunk'>): Point {
  return along(pose.hip, pose.trunk, lengths.trunk)
}

function trunkJoints(pose: Pose): Joint[] {
  const shoulder = shoulderOf(pose)
  const middle = along(pose.hip, pose.trunk, lengths.trunk / 2)
  const control = along(middle, pose.trunk + 90, (pose.curve ?? 0) * 2)
  const radii = [18, 16.5, 16, 17, 18.5, 16]
  return radii.map((radius, index) => {
    const t = index / (radii.length - 1)
    const blend = (axis: 0 | 1): number =>
      (1 - t) ** 2 * pose.hip[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * shoulder[axis]
    return {at: [blend(0), blend(1)], radius}
  })
}

function leg(hip: Point, reach: Reach & {readonly foot: number}, fill: string): string {
  const {joint: knee, end: ankle} = middleJoint(hip, reach.to, lengths.thigh, lengths.shin, reach.bend)
  const toe = along(ankle, reach.foot, lengths.foot)
  const foot = limb(
    [
      {at: ankle, radius: 8},
      {at: toe, radius: 5.5},
    ],
    palette.skin,
  )
  const trousers = limb(
    [
      {at: hip, radius: 16.5},
      {at: knee, radius: 12},
      {at: ankle, radius: 8.5},
    ],
    fill,
  )
  return foot + trousers
}

function arm(shoulder: Point, reach: Reach, sleeve: string): string {
  const {joint: elbow, end: hand} = middleJoint(
    shoulder,
    reach.to,
    lengths.upperArm,
    lengths.forearm,
    reach.bend,
  )
  const bare = limb(
    [
      {at: elbow, radius: 7.5},
      {at: hand, radius: 6},
      {at: along(hand, directionTo(elbow, hand), 6), radius: 7},
    ],
    palette.skin,
  )
  const upper = limb(
    [
      {at: shoulder, radius: 10.5},
      {at: elbow, radius: 8.5},
    ],
    sleeve,
  )
  return bare + upper
}

function head(pose: Pose): string {
  const shoulder = shoulderOf(pose)
  const centre = along(shoulder, pose.neck, lengths.neck)
  const neck = limb(
    [
      {at: along(shoulder, pose.neck, 6), radius: 8},
      {at: along(shoulder, pose.neck, 24), radius: 7.5},
    ],
    palette.skin,
  )
  const nose = limb(
    [
      {at: along(centre, pose.face - 4, 14), radius: 3},
      {at: along(centre, pose.face - 4, 18), radius: 2.5},
    ],
    palette.skin,
  )
  return neck + nose + circle(centre, headRadius, palette.skin) + hair(centre, pose.neck, pose.face)
}

const headRadius = 17

/** A cap of hair from the forehead over the crown to the nape; it shows which way the head looks. */
function hair(centre: Point, neck: number, face: number): string {
  // The crown lies a quarter turn from the face, on the side that continues the neck.
  const turn = Math.cos(((face + 90 - neck) * Math.PI) / 180) >= 0 ? 1 : -1
  const forehead = along(centre, face + turn * 48, headRadius)
  const nape = along(centre, face + turn * 205, headRadius)
  const temple = along(centre, face + turn * 120, 3)
  const sweep = turn === 1 ? 0 : 1
  return `<path d="M${pair(forehead)}A${headRadius} ${headRadius} 0 0 ${sweep} ${pair(nape)}Q${pair(temple)} ${pair(forehead)}Z" fill="${palette.hair}" stroke="${palette.ink}" stroke-width="3" stroke-linejoin="round"/>`
}

/** Draws the figure: far limbs first, then trunk and head, then the near limbs. */
export function figure(pose: Pose): string {
  const shoulder = shoulderOf(pose)
  const nearArm = arm(shoulder, pose.nearArm, palette.shirt)
  const nearLeg = leg(pose.hip, pose.nearLeg, palette.trousers)
  return [
    arm(shoulder, pose.farArm, palette.farShirt),
    leg(pose.hip, pose.farLeg, palette.farTrousers),
    head(pose),
    limb(trunkJoints(pose), palette.shirt),
    ...(pose.armBehindLeg ? [nearArm, nearLeg] : [nearLeg, nearArm]),
  ].join('')
}
