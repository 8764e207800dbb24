import {standing} from '../basePoses.ts'
import {figure, type Pose} from '../figure.ts'
import {palette} from '../palette.ts'
import {exercisePicture, type Picture} from '../picture.ts'
import {arrow, ground, groundY, water} from '../scenery.ts'
import {circle, limb, line, rectangle} from '../shapes.ts'

const floor = ground(24, 436)

/** A long step; `lift` raises the figure onto a belt or a pool floor. */
export function striding(x: number, lift = 0): Pose {
  const y = groundY - lift
  return standing(x, {
    hip: [x, y - 142],
    trunk: 86,
    nearArm: {to: [x - 34, y - 146], bend: -1},
    farArm: {to: [x + 44, y - 156], bend: -1},
    nearLeg: {to: [x + 46, y - 16], bend: 1, foot: 12},
    farLeg: {to: [x - 50, y - 22], bend: 1, foot: -32},
  })
}

/** The middle of a step: one leg under the body, the other swinging through. */
export function passing(x: number, lift = 0): Pose {
  const y = groundY - lift
  return standing(x, {
    hip: [x, y - 147],
    trunk: 86,
    nearArm: {to: [x + 14, y - 143], bend: -1},
    farArm: {to: [x + 2, y - 144], bend: -1},
    nearLeg: {to: [x + 2, y - 11], bend: 1, foot: -4},
    farLeg: {to: [x - 22, y - 40], bend: 1, foot: -38},
  })
}

function tree(x: number, size: number): string {
  const trunk = line(
    [
      [x, groundY - 2],
      [x, groundY - 60 * size],
    ],
    9 * size,
  )
  return trunk + circle([x, groundY - 100 * size], Math.round(48 * size), palette.propDark)
}

export const walkingOutdoors: Picture = exercisePicture({
  file: 'walking-outdoors.svg',
  alt: 'Walking outdoors. Start: upright, one leg passing under the body. End: a comfortable step forward, heel first, arms swinging against the legs.',
  start: tree(90, 1) + tree(372, 0.8) + floor + figure(passing(222)),
  end: tree(72, 0.8) + tree(392, 1) + floor + figure(striding(222)),
})

const belt = 22
const treadmill =
  rectangle([96, groundY - belt], 262, belt, palette.propDark, 10) +
  limb(
    [
      {at: [346, groundY - belt], radius: 6},
      {at: [366, 176], radius: 6},
    ],
    palette.propDark,
  ) +
  limb(
    [
      {at: [366, 172], radius: 6},
      {at: [314, 186], radius: 6},
    ],
    palette.propDark,
  ) +
  rectangle([356, 140], 26, 36, palette.prop, 5)

export const walkingTreadmill: Picture = exercisePicture({
  file: 'walking-treadmill.svg',
  alt: 'Walking on a treadmill with the rails in reach. Start: upright, one leg passing under the body. End: a short step forward, looking ahead.',
  start: floor + treadmill + figure(passing(216, belt)),
  end: floor + treadmill + figure(striding(216, belt)),
})

const surface = groundY - 196
const pool = (drawing: string): string => floor + drawing + water(26, 434, surface, groundY - 2)

export const poolWalking: Picture = exercisePicture({
  file: 'pool-walking.svg',
  alt: 'Walking in a pool with the water at chest height. Start: upright, one leg passing under the body. End: a step forward, arms moving through the water.',
  start: pool(figure(passing(222))),
  end: pool(figure(striding(222))),
})

const swimmer: Omit<Pose, 'nearArm' | 'farArm'> = {
  hip: [206, 176],
  trunk: 4,
  curve: 1,
  neck: 6,
  face: -62,
  nearLeg: {to: [72, 176], bend: 1, foot: 186},
  farLeg: {to: [74, 196], bend: 1, foot: 196},
}

const lane = (drawing: string): string => ground(24, 436) + drawing + water(26, 434, 162, groundY - 2)

export const swimming: Picture = exercisePicture({
  file: 'swimming.svg',
  alt: 'Swimming front crawl, body level at the surface. Start: one arm reaches forward under the surface. End: that arm pulls back while the other comes over the water.',
  start: lane(figure({...swimmer, nearArm: {to: [374, 176], bend: -1}, farArm: {to: [262, 240], bend: 1}})),
  end: lane(
    figure({...swimmer, nearArm: {to: [282, 246], bend: -1}, farArm: {to: [352, 118], bend: 1}}) +
      arrow([330, 262], [226, 262], -16),
  ),
})
