import type {Point} from '../geometry.ts'
import {palette} from '../palette.ts'
import {exercisePicture, type Picture} from '../picture.ts'
import {arrow} from '../scenery.ts'
import {circle, limb, rectangle} from '../shapes.ts'

/** An arm stretched out to one side, seen from above. */
function arm(shoulder: Point, side: 1 | -1): string {
  const elbow: Point = [shoulder[0] + 14, shoulder[1] + side * 46]
  const hand: Point = [shoulder[0] + 26, shoulder[1] + side * 88]
  const skin = limb(
    [
      {at: elbow, radius: 8},
      {at: hand, radius: 7},
    ],
    palette.skin,
  )
  return (
    skin +
    limb(
      [
        {at: shoulder, radius: 12},
        {at: elbow, radius: 9},
      ],
      palette.shirt,
    )
  )
}

/** The figure seen from above, lying on the back with the head to the left. */
function seenFromAbove(knees: readonly [Point, Point], feet: readonly [Point, Point]): string {
  const shoulders: readonly [Point, Point] = [
    [158, 158],
    [158, 222],
  ]
  const hips: readonly [Point, Point] = [
    [252, 174],
    [252, 206],
  ]
  const leg = (index: 0 | 1, fill: string): string => {
    const foot: Point = [feet[index][0] + 18, feet[index][1]]
    const shoe = limb(
      [
        {at: feet[index], radius: 8},
        {at: foot, radius: 6},
      ],
      palette.skin,
    )
    const shin = limb(
      [
        {at: knees[index], radius: 12},
        {at: feet[index], radius: 8.5},
      ],
      fill,
    )
    return (
      shoe +
      shin +
      limb(
        [
          {at: hips[index], radius: 16},
          {at: knees[index], radius: 13},
        ],
        fill,
      )
    )
  }
  const pelvis = limb(
    [
      {at: [246, 190], radius: 30},
      {at: [258, 190], radius: 31},
    ],
    palette.trousers,
  )
  const trunk = limb(
    [
      {at: [156, 168], radius: 16},
      {at: [156, 212], radius: 16},
      {at: [172, 190], radius: 36},
      {at: [214, 190], radius: 28},
      {at: [236, 190], radius: 29},
    ],
    palette.shirt,
  )
  const head = limb(
    [
      {at: [132, 190], radius: 10},
      {at: [112, 190], radius: 10},
    ],
    palette.skin,
  )
  const face = circle([92, 190], 24, palette.hair) + circle([97, 190], 18, palette.skin)
  return (
    arm(shoulders[0], -1) +
    arm(shoulders[1], 1) +
    head +
    face +
    leg(0, palette.farTrousers) +
    leg(1, palette.trousers) +
    pelvis +
    trunk
  )
}

const floor = rectangle([40, 84], 384, 212, palette.prop, 10)

export const trunkRotationSupine: Picture = exercisePicture({
  file: 'trunk-rotation-supine.svg',
  alt: 'Seen from above. Start: lying on the back, arms out to the sides, knees bent and together. End: both knees lowered to one side, both shoulders still on the mat.',
  start:
    floor +
    seenFromAbove(
      [
        [300, 172],
        [300, 208],
      ],
      [
        [322, 176],
        [322, 204],
      ],
    ),
  end:
    floor +
    seenFromAbove(
      [
        [300, 238],
        [288, 266],
      ],
      [
        [356, 226],
        [344, 256],
      ],
    ) +
    arrow([322, 150], [396, 226], 20),
})
