import {imageUrl, type Article} from '@spine-center/sdk'
import {html} from '@spine-center/sdk/html'

/** The picture above an article, at two sizes, with its own proportions; empty when there is none. */
export function leadPicture({leadFigure}: Pick<Article, 'leadFigure'>): string {
  const image = leadFigure?.image
  const small = image ? imageUrl(image, {width: 640}) : null
  if (!leadFigure || !image || !small) return ''
  const large = imageUrl(image, {width: 1280})
  const alt = leadFigure.decorative ? '' : (leadFigure.alt ?? '')
  return html`<img
    src="${small}"
    srcset="${small} 640w, ${large} 1280w"
    width="${image.asset?.width}"
    height="${image.asset?.height}"
    alt="${alt}"
  />`.toString()
}
