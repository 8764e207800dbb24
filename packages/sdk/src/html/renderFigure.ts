import {imageSize} from '../images/imageSize.ts'
import {attributes} from './attributes.ts'
import type {Figure} from './articleParts.ts'
import {checkUrl} from './checkUrl.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'
import type {Maybe} from './maybe.ts'

const WIDTHS = [400, 800, 1600]

/** A picture with its caption; without a picture, nothing. */
export function renderFigure(figure: Maybe<Figure>, context: RenderContext, className = 'figure'): Markup {
  const image = renderImage(figure, context)
  if (image === null) return joinMarkup([])
  const caption = figure?.caption ? html`<figcaption>${figure.caption}</figcaption>` : ''
  return html`<figure class="${className}">${image}${caption}</figure>`
}

// Sizes are given so that nothing jumps when the picture arrives. Drawings scale by themselves.
function renderImage(figure: Maybe<Figure>, context: RenderContext): Markup | null {
  const {imageUrl, imageSizes} = context.settings
  const image = figure?.image
  const src = image && checkUrl(imageUrl(image, {width: 800}))
  if (!figure || !image || !src) {
    if (figure)
      context.report('missing-image', 'A picture has no image that a page could show; it is left out.')
    return null
  }
  const alt = figure.decorative ? '' : (figure.alt?.trim() ?? '')
  if (alt === '' && !figure.decorative) {
    context.report('missing-alt', 'A picture is neither described nor marked as decorative.')
  }
  const {width, height} = imageSize(image) ?? {}
  const isDrawing = image.asset?.mimeType === 'image/svg+xml'
  const srcset = (isDrawing ? [] : widthsUpTo(width ?? 0)).flatMap((size) => {
    const url = checkUrl(imageUrl(image, {width: size}))
    return url ? [`${url} ${size}w`] : []
  })
  const responsive = srcset.length === 0 ? {} : {srcset: srcset.join(', '), sizes: imageSizes}
  return html`<img${attributes({src, ...responsive, alt, width, height, loading: 'lazy', decoding: 'async'})}>`
}

// A picture between two widths is also offered whole: where there is a `srcset`, browsers take nothing else.
function widthsUpTo(width: number): readonly number[] {
  const smaller = WIDTHS.filter((size) => size < width)
  return smaller.length === 0 || smaller.length === WIDTHS.length ? smaller : [...smaller, width]
}
