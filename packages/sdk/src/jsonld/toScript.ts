import type {JsonLdGraph} from './graph.ts'

// None of these has a meaning in JSON beyond its own character, so that writing them as escapes changes nothing
// for who reads the JSON, and no `</script>` or `<!--` is left for who reads the HTML (HTML standard,
// "Restrictions for contents of script elements"). U+2028 and U+2029 end lines in older JavaScript.
const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * What stands in a script element: JSON in which no text can end the element. For frameworks that want the
 * content alone, such as React's `dangerouslySetInnerHTML`.
 *
 * @example
 * ```tsx
 * <script type="application/ld+json" dangerouslySetInnerHTML={{__html: toScriptText(graph)}} />
 * ```
 */
export function toScriptText(...graphs: readonly JsonLdGraph[]): string {
  const [first] = graphs
  const whole = graphs.length === 1 && first ? first : mergeGraphs(graphs)
  return JSON.stringify(whole).replace(/[<>&\u2028\u2029]/gu, (character) => ESCAPES[character] ?? '')
}

/**
 * The whole script element; several documents become one.
 *
 * @example
 * ```ts
 * const head = toScript(articleJsonLd(article, {url}), breadcrumbJsonLd(steps))
 * ```
 */
export function toScript(...graphs: readonly JsonLdGraph[]): string {
  return `<script type="application/ld+json">${toScriptText(...graphs)}</script>`
}

function mergeGraphs(graphs: readonly JsonLdGraph[]): JsonLdGraph {
  return {'@context': 'https://schema.org', '@graph': graphs.flatMap((graph) => graph['@graph'])}
}
