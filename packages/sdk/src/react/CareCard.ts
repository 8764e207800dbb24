import {createElement, Fragment, type ReactNode} from 'react'
import type {CarePathway} from '../html/articleParts.ts'
import {carePathwayToHtml} from '../html/carePathwayToHtml.ts'
import type {HtmlSettings} from '../html/htmlOptions.ts'
import {Markup} from '../html/Markup.ts'
import {toElements} from './toElements.ts'

/** A care pathway and the level of its heading, 1 to 6. */
export interface CareCardProps extends HtmlSettings {
  readonly pathway: CarePathway
  readonly level: number
}

/**
 * A care pathway as an open care card, for pages that show one outside a body. Put a heading after it.
 *
 * @example
 * ```tsx
 * <CareCard pathway={pathway} level={2} emergencyPhone={emergencyPhone(settings, 'en-US')} />
 * ```
 */
export function CareCard({pathway, level, ...settings}: CareCardProps): ReactNode {
  const markup = new Markup(carePathwayToHtml(pathway, level, settings))
  return createElement(Fragment, null, ...toElements(markup))
}
