import type {Figure} from '../html/articleParts.ts'
import type {Maybe} from '../html/maybe.ts'
import {given} from './given.ts'
import type {ImageNode, QuantityNode} from './nodes.ts'
import {webAddress} from './webAddress.ts'

/** A picture that says something, with its words; pictures that only decorate are left out. */
export function imageNode(figure: Maybe<Figure>): ImageNode | null {
  const asset = figure?.image?.asset
  const url = webAddress(asset?.url)
  if (!figure || !asset || url === null || figure.decorative) return null
  return {
    '@type': 'ImageObject',
    url,
    ...given('caption', figure.caption ?? figure.alt),
    ...given('width', pixels(asset.width)),
    ...given('height', pixels(asset.height)),
  }
}

// UN/CEFACT common code E37: pixel.
function pixels(value: Maybe<number>): QuantityNode | null {
  return value ? {'@type': 'QuantitativeValue', value, unitCode: 'E37'} : null
}
