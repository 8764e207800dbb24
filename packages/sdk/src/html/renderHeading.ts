import {attributes} from './attributes.ts'
import {html, type MarkupValue} from './html.ts'
import {Markup} from './Markup.ts'

/** A heading of a level from 1 to 6. */
export function renderHeading(
  level: number,
  anchor: string | null,
  text: MarkupValue,
  className?: string,
): Markup {
  const name = new Markup(`h${Math.min(6, Math.max(1, Math.trunc(level)))}`)
  return html`<${name}${attributes({id: anchor, class: className})}>${text}</${name}>`
}
