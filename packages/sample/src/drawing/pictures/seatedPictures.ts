import {sitting} from '../basePoses.ts'
import {figure} from '../figure.ts'
import {exercisePicture, type Picture} from '../picture.ts'
import {arrow, chair, ground} from '../scenery.ts'

const floor = ground(24, 436)
const seat = chair(210)
const start = floor + seat + figure(sitting(210))

export const kneeToChestSeated: Picture = exercisePicture({
  file: 'knee-to-chest-seated.svg',
  alt: 'Start: sitting upright on a chair, both feet flat. End: still upright, one knee drawn towards the chest with both hands around the shin, the other foot flat.',
  start,
  end:
    floor +
    seat +
    figure(
      sitting(210, {
        nearLeg: {to: [276, 246], bend: 1, foot: -28},
        nearArm: {to: [262, 206], bend: -1},
        farArm: {to: [268, 212], bend: -1},
      }),
    ) +
    arrow([318, 268], [306, 204], -12),
})

export const seatedMarching: Picture = exercisePicture({
  file: 'seated-marching.svg',
  alt: 'Start: sitting upright on a chair, both feet flat. End: one foot lifted a hand’s width from the floor with the knee bent, back still upright.',
  start,
  end:
    floor +
    seat +
    figure(
      sitting(210, {
        nearLeg: {to: [268, 290], bend: 1, foot: -8},
        nearArm: {to: [212, 256], bend: -1},
        farArm: {to: [226, 256], bend: -1},
      }),
    ) +
    arrow([322, 312], [322, 252]),
})

export const chinTuck: Picture = exercisePicture({
  file: 'chin-tuck.svg',
  alt: 'Start: sitting on a chair with the head in front of the shoulders. End: the chin is drawn straight back so that the ears are above the shoulders.',
  start: floor + seat + figure(sitting(210, {neck: 52, face: 4, curve: 4})),
  end: floor + seat + figure(sitting(210, {neck: 88, face: -4})) + arrow([300, 128], [246, 128]),
})
