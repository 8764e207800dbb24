import {printKey, printString} from './literals.ts'

/** Bounds as arguments: those at the end that say nothing are left out. */
export function printBounds(least: number | undefined, most: number | undefined, lowest: string): string[] {
  if (most !== undefined) return [String(least ?? lowest), String(most)]
  return least === undefined ? [] : [String(least)]
}

/** The keys of an object as one text, where that can be. */
export function printKeys(names: readonly string[]): string {
  const isText = names.length > 0 && !names.some((name) => name.includes(','))
  return isText ? printString(names.join(',')) : `[${names.map(printString).join(', ')}]`
}

/** The values that something may have, as one text where that can be. */
export function printValues(values: readonly (string | number | boolean)[]): string {
  const isText = values.every((value) => typeof value === 'string' && value !== '' && !value.includes(','))
  if (isText) return printString(values.join(','))
  return `[${values.map((value) => (typeof value === 'string' ? printString(value) : value)).join(', ')}]`
}

/** A property of an object literal whose key is data. */
export function printMember(key: string, value: string): string {
  return `${key === '__proto__' ? `['__proto__']` : printKey(key)}: ${value}`
}
