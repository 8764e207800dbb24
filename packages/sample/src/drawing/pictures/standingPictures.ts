import {onHandsAndKnees, standing} from '../basePoses.ts'
import {figure} from '../figure.ts'
import {palette} from '../palette.ts'
import {exercisePicture, type Picture} from '../picture.ts'
import {arrow, ground, mat} from '../scenery.ts'
import {rectangle} from '../shapes.ts'

const floor = ground(24, 436)

export const hipHinge: Picture = exercisePicture({
  file: 'hip-hinge.svg',
  alt: 'Start: standing tall, hands on the front of the thighs. End: hips pushed back, knees slightly bent, back straight and tipped forward, hands near the knees.',
  start:
    floor + figure(standing(220, {nearArm: {to: [238, 196], bend: -1}, farArm: {to: [244, 198], bend: -1}})),
  end:
    floor +
    figure(
      standing(220, {
        hip: [186, 206],
        trunk: 32,
        neck: 30,
        face: -42,
        curve: 0,
        nearArm: {to: [236, 246], bend: -1},
        farArm: {to: [244, 248], bend: -1},
        nearLeg: {to: [220, 329], bend: 1, foot: -4},
        farLeg: {to: [230, 329], bend: 1, foot: -4},
      }),
    ) +
    arrow([152, 150], [120, 196], 10),
})

export const birdDog: Picture = exercisePicture({
  file: 'bird-dog.svg',
  top: 60,
  alt: 'Start: on hands and knees, back level. End: one arm reaches forward and the opposite leg back, both level with the back, which has not moved.',
  start: floor + mat(70, 390) + figure(onHandsAndKnees(190)),
  end:
    floor +
    mat(70, 390) +
    figure(
      onHandsAndKnees(190, {
        nearArm: {to: [360, 236], bend: -1},
        farLeg: {to: [54, 250], bend: 1, foot: 200},
        farArm: {to: [282, 318], bend: -1},
      }),
    ) +
    arrow([300, 196], [366, 190], 8) +
    arrow([120, 206], [54, 206], -8),
})

const wall = rectangle([372, 70], 22, 270, palette.prop, 4)

export const wallPushUp: Picture = exercisePicture({
  file: 'wall-push-up.svg',
  alt: 'Start: standing at arm’s length from a wall, palms on it at chest height. End: elbows bent, chest near the wall, body in one straight line.',
  start:
    floor +
    wall +
    figure(
      standing(260, {
        hip: [258, 193],
        trunk: 82,
        neck: 80,
        nearArm: {to: [358, 122], bend: -1},
        farArm: {to: [358, 116], bend: -1},
        nearLeg: {to: [244, 329], bend: 1, foot: -4},
        farLeg: {to: [254, 329], bend: 1, foot: -4},
      }),
    ),
  end:
    floor +
    wall +
    figure(
      standing(260, {
        hip: [278, 197],
        trunk: 72,
        neck: 70,
        nearArm: {to: [358, 128], bend: -1},
        farArm: {to: [358, 122], bend: -1},
        nearLeg: {to: [234, 329], bend: 1, foot: -4},
        farLeg: {to: [244, 329], bend: 1, foot: -4},
      }),
    ) +
    arrow([206, 150], [256, 140]),
})
