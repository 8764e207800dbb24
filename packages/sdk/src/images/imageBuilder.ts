import {createImageUrlBuilder, type ImageUrlBuilder} from '@sanity/image-url'
import type {ImageSource} from './imageUrl.ts'

// Where both lakes serve a picture: <base>/images/<project>/<dataset>/<id>-<width>x<height>.<format>.
const ADDRESS =
  /^(?<base>.+)\/images\/(?<projectId>[^/]+)\/(?<dataset>[^/]+)\/(?<file>[^/?]+)\.(?<format>\w+)$/

/**
 * Sanity's own address builder (`@sanity/image-url`) set to a picture, wherever it is served from, with the
 * editor's crop and hotspot and the best format that the browser takes. Null without a picture.
 *
 * @example
 * ```ts
 * const src = imageBuilder(article.leadFigure.image)?.width(400).height(400).dpr(2).blur(10).url()
 * ```
 */
export function imageBuilder({asset, crop, hotspot}: ImageSource): ImageUrlBuilder | null {
  const {base, projectId, dataset, file, format} = ADDRESS.exec(asset?.url ?? '')?.groups ?? {}
  if (base === undefined || projectId === undefined || dataset === undefined) return null
  const {top = 0, bottom = 0, left = 0, right = 0} = crop ?? {}
  const {x = 0.5, y = 0.5} = hotspot ?? {}
  return createImageUrlBuilder({projectId, dataset, baseUrl: base})
    .image({
      asset: {_ref: `image-${file}-${format}`},
      crop: {top, bottom, left, right},
      // Only its middle decides what is cut away.
      hotspot: {x, y, width: 0, height: 0},
    })
    .auto('format')
}
