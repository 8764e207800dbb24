/** A string literal in single quotes. */
export function printString(text: string): string {
  if (/^[\w ./-]*$/u.test(text)) return `'${text}'`
  const json = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
  return `'${json
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`
}

/** A key of an object: quoted where it must be. */
export function printKey(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && name !== '__proto__'
    ? name
    : printString(name)
}

/** A regular expression: as a literal where its source allows. */
export function printRegExp(source: string, flags: string): string {
  return `new RegExp(${printString(source)}${flags === '' ? '' : `, ${printString(flags)}`})`
}
