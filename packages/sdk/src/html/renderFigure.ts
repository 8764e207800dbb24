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
  const {width, height, mimeType} = image.asset ?? {}
  const isDrawing = mimeType === 'image/svg+xml'
  const srcset = WIDTHS.flatMap((size) => {
    const url = !isDrawing && width && width >= size ? checkUrl(imageUrl(image, {width: size})) : null
    return url ? [`${url} ${size}w`] : []
  }).join(', ')
  const responsive = srcset === '' ? {} : {srcset, sizes: imageSizes}
  return html`<img${attributes({src, ...responsive, alt, width, height, loading: 'lazy', decoding: 'async'})}>`
}
