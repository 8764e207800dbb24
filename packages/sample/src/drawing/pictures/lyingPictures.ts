import {lyingKneesBent} from '../basePoses.ts'
import {figure} from '../figure.ts'
import {exercisePicture, type Picture} from '../picture.ts'
import {arrow, ground, mat} from '../scenery.ts'

const floor = ground(24, 436) + mat(48, 412)

const bentKnees = floor + figure(lyingKneesBent(222))

export const kneeToChestSupine: Picture = exercisePicture({
  file: 'knee-to-chest-supine.svg',
  top: 110,
  alt: 'Start: lying on the back, both knees bent, feet flat. End: one knee drawn towards the chest with both hands, the other foot still flat.',
  start: bentKnees,
  end:
    floor +
    figure(
      lyingKneesBent(222, {
        nearLeg: {to: [236, 232], bend: 1, foot: 28},
        nearArm: {to: [190, 232], bend: -1},
        farArm: {to: [194, 226], bend: -1},
      }),
    ) +
    arrow([290, 262], [262, 200], -14),
})

export const pelvicTilt: Picture = exercisePicture({
  file: 'pelvic-tilt.svg',
  top: 110,
  alt: 'Start: lying on the back, knees bent, a small hollow under the lower back. End: the lower back rests flat on the mat, hips still down.',
  start: floor + figure(lyingKneesBent(222, {curve: -12})),
  end: floor + figure(lyingKneesBent(222, {curve: 1})) + arrow([250, 262], [186, 266], -16),
})

export const bridge: Picture = exercisePicture({
  file: 'bridge.svg',
  top: 110,
  alt: 'Start: lying on the back, knees bent, arms beside the body. End: hips lifted so that shoulders, hips and knees form one line.',
  start: bentKnees,
  end:
    floor +
    figure(
      lyingKneesBent(222, {
        hip: [216, 262],
        trunk: 213,
        neck: 178,
        nearArm: {to: [234, 320], bend: -1},
        farArm: {to: [236, 317], bend: -1},
        nearLeg: {to: [300, 320], bend: 1, foot: -3},
        farLeg: {to: [312, 318], bend: 1, foot: -3},
      }),
    ) +
    arrow([216, 232], [216, 172]),
})

export const heelSlide: Picture = exercisePicture({
  file: 'heel-slide.svg',
  top: 110,
  alt: 'Start: lying on the back, both knees bent. End: one heel has slid along the mat until that leg is nearly straight, the other knee stays bent.',
  start: floor + figure(lyingKneesBent(196)),
  end:
    floor +
    figure(lyingKneesBent(196, {nearLeg: {to: [330, 318], bend: 1, foot: 62}})) +
    arrow([286, 276], [356, 276]),
})
