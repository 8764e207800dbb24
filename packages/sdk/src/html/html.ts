import {escapeHtml} from './escapeHtml.ts'
import {Markup} from './Markup.ts'

/** What a template may hold: text is escaped, markup is not, nothing gives nothing. */
export type MarkupValue = string | number | Markup | false | null | undefined | readonly MarkupValue[]

/**
 * Builds markup; every value is escaped unless it is markup itself. Attribute values belong in double quotes.
 *
 * @example
 * ```ts
 * html`<p class="${name}">${'<script>'}</p>`.toString() // <p class="…">&lt;script&gt;</p>
 * ```
 */
export function html(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(String.raw({raw: strings}, ...values.map(toSource)))
}

/** Puts markup one after another. */
export function joinMarkup(parts: readonly MarkupValue[], separator: MarkupValue = ''): Markup {
  const between = toSource(separator)
  return new Markup(
    parts
      .map(toSource)
      .filter((part) => part !== '')
      .join(between),
  )
}

function toSource(value: MarkupValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return value.map(toSource).join('')
}
