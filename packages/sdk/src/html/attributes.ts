import {html, joinMarkup} from './html.ts'
import type {Markup} from './Markup.ts'

/** Writes attributes: `true` gives the bare name; null, undefined and false give nothing. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Markup {
  return joinMarkup(
    Object.entries(values).map(([name, value]) => {
      if (value === null || value === undefined || value === false) return null
      return value === true ? html` ${name}` : html` ${name}="${value}"`
    }),
  )
}
