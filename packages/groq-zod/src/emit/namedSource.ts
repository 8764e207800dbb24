/** A declaration that generated code may need, as source text, with the names of those that it uses. */
export type NamedSource = readonly [
  name: string,
  what: {readonly text: string; readonly calls: readonly string[]},
]

export function source(name: string, text: string, ...calls: string[]): NamedSource {
  return [name, {text, calls}]
}
