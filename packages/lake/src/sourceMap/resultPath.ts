import type {PathStep} from './Trace.ts'

const ESCAPES: Record<string, string> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

/** A member's step in a JSONPath, as Content Source Maps write it. */
export function memberStep(name: string): string {
  return `['${name.replaceAll(/[\f\n\r\t'\\]/g, (character) => ESCAPES[character] ?? character)}']`
}

/**
 * A path into a document, as Content Source Maps write it.
 * @param byKey - `[?(@._key=='a')]` for items that have a key, in place of their index
 */
export function sourcePath(steps: readonly PathStep[], byKey: boolean): string {
  return `$${steps.map((step) => (typeof step === 'string' ? memberStep(step) : itemStep(step, byKey))).join('')}`
}

function itemStep({index, key}: {index: number; key?: string}, byKey: boolean): string {
  // Sanity's client does not read an escaped quote or backslash in a key as it writes it.
  return !byKey || key === undefined || /['\\]/.test(key) ? `[${index}]` : `[?(@._key=='${key}')]`
}
