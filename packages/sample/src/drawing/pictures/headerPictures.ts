import {figure} from '../figure.ts'
import {palette} from '../palette.ts'
import {headerPicture, type Picture} from '../picture.ts'
import {circle, limb, line, rectangle} from '../shapes.ts'
import {passing, striding} from './aerobicPictures.ts'

/** Two hills behind a path; 1600 wide, the path at 660. */
const hills =
  `<path d="M0 560Q340 330 760 520T1600 420V800H0Z" fill="${palette.prop}"/>` +
  `<path d="M0 650Q420 560 900 640T1600 600V800H0Z" fill="${palette.propDark}"/>` +
  `<path d="M0 724H1600V800H0Z" fill="${palette.prop}"/>`

function tree(x: number, footY: number, size: number): string {
  return (
    line(
      [
        [x, footY],
        [x, footY - 120 * size],
      ],
      16 * size,
    ) +
    circle([x, footY - 190 * size], Math.round(92 * size), palette.farTrousers) +
    circle([x + 60 * size, footY - 150 * size], Math.round(58 * size), palette.farTrousers)
  )
}

const path = line(
  [
    [0, 724],
    [1600, 724],
  ],
  6,
)

const placed = (drawing: string, x: number, scale: number): string =>
  `<g transform="translate(${x} ${724 - 340 * scale}) scale(${scale})">${drawing}</g>`

export const articleHeader: Picture = headerPicture({
  file: 'exercising-with-back-pain.svg',
  alt: 'Two people walk upright along a path between trees, arms swinging.',
  drawing:
    circle([1290, 190], 84, palette.prop) +
    hills +
    tree(210, 690, 1.1) +
    tree(1440, 700, 1.35) +
    path +
    placed(figure(passing(222)), 640, 1.32) +
    placed(figure(striding(222)), 320, 1.5),
})

const plane =
  `<g transform="translate(1276 226) rotate(-16)">` +
  limb(
    [
      {at: [-150, -10], radius: 7},
      {at: [-176, -66], radius: 5},
    ],
    palette.shirt,
  ) +
  limb(
    [
      {at: [-160, 0], radius: 9},
      {at: [-90, 0], radius: 21},
      {at: [96, 0], radius: 22},
      {at: [126, 4], radius: 17},
    ],
    palette.farShirt,
  ) +
  limb(
    [
      {at: [16, 8], radius: 10},
      {at: [-74, 76], radius: 5},
    ],
    palette.shirt,
  ) +
  [-70, -40, -10, 20, 50, 80].map((x) => circle([x, -6], 4, '#ffffff')).join('') +
  '</g>'

const cloud = (x: number, y: number): string =>
  limb(
    [
      {at: [x, y], radius: 22},
      {at: [x + 46, y - 10], radius: 34},
      {at: [x + 100, y], radius: 24},
    ],
    palette.paper,
  )

const suitcase =
  line(
    [
      [168, 192],
      [128, 226],
    ],
    6,
  ) +
  rectangle([66, 222], 78, 100, palette.farShirt, 12) +
  line(
    [
      [84, 252],
      [126, 252],
    ],
    4,
  ) +
  line(
    [
      [84, 286],
      [126, 286],
    ],
    4,
  ) +
  circle([82, 330], 8, palette.hair) +
  circle([128, 330], 8, palette.hair)

const traveller = {...striding(222), nearArm: {to: [172, 188], bend: -1} as const}

export const holidayTravelHeader: Picture = headerPicture({
  file: 'holiday-travel.svg',
  alt: 'A traveller walks upright through a departure hall, pulling a suitcase on wheels; an aeroplane climbs outside the window.',
  drawing:
    rectangle([80, 60], 1440, 440, '#ffffff', 20) +
    cloud(200, 200) +
    cloud(690, 150) +
    plane +
    line(
      [
        [560, 60],
        [560, 500],
      ],
      5,
    ) +
    line(
      [
        [1040, 60],
        [1040, 500],
      ],
      5,
    ) +
    `<path d="M0 724H1600V800H0Z" fill="${palette.prop}"/>` +
    path +
    placed(suitcase + figure(traveller), 360, 1.62),
})
