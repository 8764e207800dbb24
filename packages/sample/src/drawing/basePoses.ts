import {along, type Point} from './geometry.ts'
import type {Pose} from './figure.ts'
import {groundY} from './scenery.ts'

type Changes = Partial<Omit<Pose, 'hip'>> & {readonly hip?: Point}

/** Standing upright, facing right, arms hanging; `x` is under the hips. */
export function standing(x: number, changes: Changes = {}): Pose {
  const hip: Point = changes.hip ?? [x, groundY - 148]
  return {
    trunk: 90,
    curve: -2,
    neck: 84,
    face: 0,
    nearArm: {to: [x + 8, groundY - 146], bend: -1},
    farArm: {to: [x + 12, groundY - 146], bend: -1},
    nearLeg: {to: [x, groundY - 11], bend: 1, foot: -4},
    farLeg: {to: [x + 10, groundY - 11], bend: 1, foot: -4},
    ...changes,
    hip,
  }
}

/** Lying on the back on a mat, head to the left, knees bent and feet flat. */
export function lyingKneesBent(hipX: number, changes: Changes = {}): Pose {
  const hip: Point = changes.hip ?? [hipX, groundY - 29]
  return {
    trunk: 180,
    curve: 0,
    neck: 176,
    face: 88,
    nearArm: {to: [hipX + 5, groundY - 21], bend: -1},
    farArm: {to: [hipX + 8, groundY - 24], bend: -1},
    nearLeg: {to: [hipX + 80, groundY - 20], bend: 1, foot: -3},
    farLeg: {to: [hipX + 92, groundY - 22], bend: 1, foot: -3},
    ...changes,
    hip,
  }
}

/** Sitting upright on a chair, facing right, feet flat; `x` is the middle of the seat. */
export function sitting(x: number, changes: Changes = {}): Pose {
  const hip: Point = changes.hip ?? [x - 6, groundY - 92]
  return {
    trunk: 90,
    curve: -2,
    neck: 84,
    face: 0,
    nearArm: {to: along(hip, -8, 50), bend: -1},
    farArm: {to: along(hip, -4, 56), bend: -1},
    nearLeg: {to: [hip[0] + 68, groundY - 11], bend: 1, foot: -4},
    farLeg: {to: [hip[0] + 78, groundY - 11], bend: 1, foot: -4},
    ...changes,
    hip,
  }
}

/** On hands and knees on a mat, head to the right. */
export function onHandsAndKnees(hipX: number, changes: Changes = {}): Pose {
  const hip: Point = changes.hip ?? [hipX, groundY - 92]
  const hand: Point = [hipX + 84, groundY - 20]
  return {
    trunk: 8,
    curve: 1,
    neck: 6,
    face: -78,
    nearArm: {to: hand, bend: -1},
    farArm: {to: [hand[0] + 10, hand[1]], bend: -1},
    nearLeg: {to: [hipX - 68, groundY - 20], bend: 1, foot: 182},
    farLeg: {to: [hipX - 60, groundY - 20], bend: 1, foot: 182},
    ...changes,
    hip,
  }
}
