/** One colour of a palette; `population` is the share of the picture in percent. */
export type PaletteSwatch = {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: '#000' | '#fff'
  population: number
  title: '#000' | '#fff'
}

type Colour = {red: number; green: number; blue: number; count: number; saturation: number; luma: number}

// Targets of the well-known "vibrant" palettes: lightness and saturation, each with the range that still counts.
const targets = {
  vibrant: {luma: [0.3, 0.5, 0.7], saturation: [0.35, 1, 1]},
  lightVibrant: {luma: [0.55, 0.74, 1], saturation: [0.35, 1, 1]},
  darkVibrant: {luma: [0, 0.26, 0.45], saturation: [0.35, 1, 1]},
  muted: {luma: [0.3, 0.5, 0.7], saturation: [0, 0.3, 0.4]},
  lightMuted: {luma: [0.55, 0.74, 1], saturation: [0, 0.3, 0.4]},
  darkMuted: {luma: [0, 0.26, 0.45], saturation: [0, 0.3, 0.4]},
} as const

export type ImagePalette = {_type: 'sanity.imagePalette'; dominant: PaletteSwatch} & {
  [Name in keyof typeof targets]: PaletteSwatch
}

function toColour(sum: {red: number; green: number; blue: number; count: number}): Colour {
  const [red, green, blue] = [sum.red / sum.count, sum.green / sum.count, sum.blue / sum.count]
  const high = Math.max(red, green, blue) / 255
  const low = Math.min(red, green, blue) / 255
  const luma = (high + low) / 2
  const saturation = high === low ? 0 : (high - low) / (luma > 0.5 ? 2 - high - low : high + low)
  return {red, green, blue, count: sum.count, saturation, luma}
}

/** Groups pixels (RGB, three bytes each) into 4,096 cells and averages each cell. */
function countColours(pixels: Uint8Array): Colour[] {
  const cells = new Map<number, {red: number; green: number; blue: number; count: number}>()
  for (let i = 0; i + 2 < pixels.length; i += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(i, i + 3)
    const cell = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const sum = cells.get(cell) ?? {red: 0, green: 0, blue: 0, count: 0}
    sum.red += red
    sum.green += green
    sum.blue += blue
    sum.count += 1
    cells.set(cell, sum)
  }
  return [...cells.values()].map(toColour).toSorted((left, right) => right.count - left.count)
}

function toSwatch(colour: Colour, total: number): PaletteSwatch {
  const hex = [colour.red, colour.green, colour.blue]
    .map((value) => Math.round(value).toString(16).padStart(2, '0'))
    .join('')
  // ITU-R BT.601 luma: above it, black text reads better than white.
  const bright = (colour.red * 299 + colour.green * 587 + colour.blue * 114) / 1000
  const text = bright >= 150 ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground: text,
    population: Math.round((colour.count / total) * 10_000) / 100,
    title: text,
  }
}

const nothing: PaletteSwatch = {
  _type: 'sanity.imagePaletteSwatch',
  background: '#000000',
  foreground: '#fff',
  population: 0,
  title: '#fff',
}

/**
 * Finds the seven colours of an asset's `metadata.palette` in raw RGB pixels, three bytes each.
 *
 * @example
 * ```ts
 * extractPalette(new Uint8Array([255, 0, 0])).dominant.background // '#ff0000'
 * ```
 */
export function extractPalette(pixels: Uint8Array): ImagePalette {
  const colours = countColours(pixels)
  const total = pixels.length / 3
  const most = colours[0]
  const pick = ({luma, saturation}: (typeof targets)[keyof typeof targets]): PaletteSwatch => {
    const score = (colour: Colour) =>
      3 * (1 - Math.abs(colour.saturation - saturation[1])) +
      6.5 * (1 - Math.abs(colour.luma - luma[1])) +
      colour.count / (most?.count ?? 1)
    const within = colours.filter(
      (colour) =>
        colour.luma >= luma[0] &&
        colour.luma <= luma[2] &&
        colour.saturation >= saturation[0] &&
        colour.saturation <= saturation[2],
    )
    const best = within.toSorted((left, right) => score(right) - score(left)).at(0)
    return best ? toSwatch(best, total) : nothing
  }
  return {
    _type: 'sanity.imagePalette',
    dominant: most ? toSwatch(most, total) : nothing,
    vibrant: pick(targets.vibrant),
    lightVibrant: pick(targets.lightVibrant),
    darkVibrant: pick(targets.darkVibrant),
    muted: pick(targets.muted),
    lightMuted: pick(targets.lightMuted),
    darkMuted: pick(targets.darkMuted),
  }
}
