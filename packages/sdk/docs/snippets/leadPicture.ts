import {imageSize, imageUrl, type Article} from '@spine-center/sdk'
import {html} from '@spine-center/sdk/html'

/** The picture above an article, as its editor cropped it, sharp on dense displays; empty when there is none. */
export function leadPicture({leadFigure}: Pick<Article, 'leadFigure'>): string {
  const image = leadFigure?.image
  const src = image ? imageUrl(image, {width: 640}) : null
  if (!leadFigure || !image || !src) return ''
  // What arrives behind `src`: the layout keeps its place, and nothing jumps.
  const size = imageSize(image, {width: 640})
  const alt = leadFigure.decorative ? '' : (leadFigure.alt ?? '')
  return html`<img
    src="${src}"
    srcset="${imageUrl(image, {width: 1280})} 2x"
    width="${size?.width}"
    height="${size?.height}"
    alt="${alt}"
  />`.toString()
}
