import {palette} from './palette.ts'

/** A picture of the set: where it is stored, what it shows, and its drawing. */
export interface Picture {
  /** File name inside `images/`. */
  readonly file: string
  /** What a reader who cannot see it needs to know: the position, start and end. */
  readonly alt: string
  readonly svg: string
}

const panelWidth = 460
const gap = 40

const digits: readonly string[] = ['M-3 -4L1 -8V8', 'M-5 -4A5 5 0 1 1 4 0L-5 8H6']

function panel(index: 0 | 1, drawing: string, top: number): string {
  const badge = `<g transform="translate(34 ${top + 34})"><circle r="18" fill="${palette.ink}"/><path d="${digits[index]}" fill="none" stroke="${palette.paper}" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></g>`
  const x = index * (panelWidth + gap)
  return `<g transform="translate(${x} 0)">${drawing}${badge}</g>`
}

function svgDocument(width: number, height: number, title: string, drawing: string, top = 0): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top} ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escaped}</title><rect y="${top}" width="${width}" height="${height}" rx="16" fill="${palette.paper}"/>${drawing}</svg>\n`
}

/**
 * An exercise in two panels, start and end position, each 460 wide.
 * The ground is at 340 and the lower edge at 380; `top` cuts empty space above a lying figure.
 */
export function exercisePicture(options: {
  file: string
  alt: string
  start: string
  end: string
  top?: number
}): Picture {
  const {file, alt, start, end, top = 0} = options
  const width = panelWidth * 2 + gap
  const divider = `<path d="M${width / 2} ${top + 40}V340" stroke="${palette.propDark}" stroke-width="2" stroke-dasharray="2 9" stroke-linecap="round"/>`
  return {
    file,
    alt,
    svg: svgDocument(width, 380 - top, alt, panel(0, start, top) + divider + panel(1, end, top), top),
  }
}

/** A wide header picture, 1600 by 800. */
export function headerPicture(options: {file: string; alt: string; drawing: string}): Picture {
  return {file: options.file, alt: options.alt, svg: svgDocument(1600, 800, options.alt, options.drawing)}
}
