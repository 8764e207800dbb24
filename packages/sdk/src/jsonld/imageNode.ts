import type {Figure} from '../html/articleParts.ts'
import type {Maybe} from '../html/maybe.ts'
import {imageSize} from '../images/imageSize.ts'
import {imageUrl} from '../images/imageUrl.ts'
import {given} from './given.ts'
import type {ImageNode, QuantityNode} from './nodes.ts'
import {webAddress} from './webAddress.ts'

/** A picture that says something, as the page shows it, with its words; pictures that only decorate are left out. */
export function imageNode(figure: Maybe<Figure>): ImageNode | null {
  const image = figure?.image
  const url = image ? webAddress(imageUrl(image)) : null
  if (!figure || !image || url === null || figure.decorative) return null
  const size = imageSize(image)
  return {
    '@type': 'ImageObject',
    url,
    ...given('caption', figure.caption ?? figure.alt),
    ...given('width', pixels(size?.width)),
    ...given('height', pixels(size?.height)),
  }
}

// UN/CEFACT common code E37: pixel.
function pixels(value: Maybe<number>): QuantityNode | null {
  return value ? {'@type': 'QuantitativeValue', value, unitCode: 'E37'} : null
}
