import {along, directionTo, round, type Point} from './geometry.ts'
import {palette} from './palette.ts'
import {line, limb, outlineWidth, pair, rectangle} from './shapes.ts'

/** The height of the ground in every picture. */
export const groundY = 340

export function ground(fromX: number, toX: number): string {
  return line(
    [
      [fromX, groundY],
      [toX, groundY],
    ],
    4,
  )
}

/** A mat on the ground; its top is at `groundY - 10`. */
export function mat(fromX: number, toX: number): string {
  return rectangle([fromX, groundY - 10], toX - fromX, 10, palette.prop, 4)
}

/** A chair seen from the side, its seat 74 above the ground; `back` says on which side the back is. */
export function chair(seatX: number, back: 'left' | 'right' = 'left'): string {
  const side = back === 'left' ? -1 : 1
  const seatY = groundY - 74
  const rear = seatX + side * 40
  const front = seatX - side * 34
  const leg = (x: number): string =>
    line(
      [
        [x, seatY + 6],
        [x, groundY - 2],
      ],
      8,
    )
  const left = Math.min(rear, front)
  return (
    leg(rear) +
    leg(front) +
    limb(
      [
        {at: [rear, seatY + 4], radius: 5},
        {at: [rear + side * 10, seatY - 96], radius: 5},
      ],
      palette.propDark,
    ) +
    rectangle([left - 4, seatY], Math.abs(front - rear) + 8, 10, palette.propDark, 5)
  )
}

/** A curved arrow that shows a movement; `bulge` pushes its middle to the left of its direction. */
export function arrow(from: Point, to: Point, bulge = 0): string {
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const control = along(middle, directionTo(from, to) + 90, bulge * 2)
  const arrival = directionTo(control, to)
  const barb = (turn: number): Point => along(to, arrival + 180 + turn, 15)
  const stroke = `fill="none" stroke="${palette.ink}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"`
  return (
    `<path d="M${pair(from)}Q${pair(control)} ${pair(to)}" ${stroke}/>` +
    `<path d="M${pair(barb(32))}L${pair(to)}L${pair(barb(-32))}" ${stroke}/>`
  )
}

/** Water from its surface down to the floor of a pool. */
export function water(fromX: number, toX: number, surfaceY: number, floorY: number): string {
  const width = 24
  const waves = Math.round((toX - fromX) / width)
  const step = (toX - fromX) / waves
  const crests = Array.from({length: waves}, () => `q${round(step / 2)} -9 ${round(step)} 0`).join('')
  const surface = `M${fromX} ${surfaceY}${crests}`
  return (
    `<path d="${surface}V${floorY}H${fromX}Z" fill="${palette.water}" fill-opacity="0.62"/>` +
    `<path d="${surface}" fill="none" stroke="${palette.ink}" stroke-width="${outlineWidth}" stroke-linecap="round"/>`
  )
}
