import type {CarePathway} from './articleParts.ts'
import {createRenderContext} from './createRenderContext.ts'
import type {HtmlSettings} from './htmlOptions.ts'
import {renderCarePathway} from './renderCarePathway.ts'

/**
 * A care pathway as an open care card, for pages that show one outside a body. Put a heading after it.
 *
 * @param level heading level of the card, 1 to 6
 *
 * @example
 * ```ts
 * const phone = emergencyPhone(await content.settings(), 'en-US')
 * const card = carePathwayToHtml(pathway, 2, {emergencyPhone: phone})
 * ```
 */
export function carePathwayToHtml(pathway: CarePathway, level: number, settings: HtmlSettings = {}): string {
  return renderCarePathway(pathway, level, createRenderContext(settings)).toString()
}
