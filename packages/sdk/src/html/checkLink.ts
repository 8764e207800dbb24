import {checkUrl} from './checkUrl.ts'
import type {RenderContext} from './createRenderContext.ts'

/** The address of a link, when a page may link to it; one that is given and no page may link to is reported. */
export function checkLink(address: string | null, context: RenderContext): string | null {
  const url = checkUrl(address)
  if (url === null && typeof address === 'string') {
    context.report(
      'unsafe-url',
      `The address “${address}” is not one a page may link to; its text is shown without it. Use https://…, /…, #…, mailto: or tel:.`,
    )
  }
  return url
}
