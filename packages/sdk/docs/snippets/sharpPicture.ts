import type {Article} from '@spine-center/sdk'
import {imageBuilder} from '@spine-center/sdk/images'

/** A square around the hotspot, sharp on a display with two pixels a point; null without a picture. */
export function sharpSquare({leadFigure}: Pick<Article, 'leadFigure'>, side: number): string | null {
  const builder = leadFigure ? imageBuilder(leadFigure.image) : null
  return builder?.width(side).height(side).fit('crop').dpr(2).url() ?? null
}
