/**
 * The check functions that generated code may need, as source text. They follow Sanity's validation, where a rule
 * other than `required` lets the empty string pass; each works with zod and zod/mini.
 */
export const CHECKS: ReadonlyMap<string, string> = new Map([
  [
    'emptyOrMinLength',
    `export function emptyOrMinLength(least: number): z.core.$ZodCheck<string> {
      return z.refine((text) => text === '' || text.length >= least, \`Too short: expected at least \${least} characters\`)
    }`,
  ],
  [
    'notMatching',
    `export function notMatching(pattern: RegExp): z.core.$ZodCheck<string> {
      return z.refine((text) => !pattern.test(text), \`Invalid string: must not match \${pattern}\`)
    }`,
  ],
  [
    'email',
    `export function email(): z.core.$ZodCheck<string> {
      return z.refine((text) => text.trim() === '' || /^[^@\\s]+@(?:\\[[\\d.]+\\]|(?:[a-z\\d-]+\\.)+[a-z]{2,})$/iu.test(text.trim()) || /^".+"@/u.test(text.trim()), 'Invalid email address')
    }`,
  ],
  [
    'uri',
    `export function uri(schemes: readonly string[], allowRelative: boolean): z.core.$ZodCheck<string> {
      const allowed = new RegExp(\`^(?:\${schemes.join('|')})$\`, 'iu')
      return z.refine((text) => {
        if (text === '') return true
        if (/^\\.*\\//u.test(text)) return allowRelative
        const scheme = /^\\s*([a-z][a-z\\d+.-]*):/iu.exec(text)?.[1]
        return scheme === undefined ? allowRelative : allowed.test(scheme)
      }, 'Invalid address')
    }`,
  ],
  [
    'uppercase',
    `export function uppercase(): z.core.$ZodCheck<string> {
      return z.refine((text) => text === text.toLocaleUpperCase(), 'Invalid string: must be in capitals')
    }`,
  ],
  [
    'lowercase',
    `export function lowercase(): z.core.$ZodCheck<string> {
      return z.refine((text) => text === text.toLocaleLowerCase(), 'Invalid string: must be in small letters')
    }`,
  ],
  [
    'time',
    `export function time(): z.core.$ZodCheck<string> {
      return z.refine((text) => /^[-+]?\\d[\\dTWZ:.,+\\s-]*$/u.test(text), 'Invalid date or time')
    }`,
  ],
  [
    'precision',
    `export function precision(most: number): z.core.$ZodCheck<number> {
      return z.refine((value) => {
        const [, decimals = '', exponent = '0'] = /(?:\\.(\\d+))?(?:e([+-]?\\d+))?$/iu.exec(String(value)) ?? []
        return decimals.length - Number(exponent) <= most
      }, \`Too many decimal places: expected at most \${most}\`)
    }`,
  ],
  [
    'uniqueItems',
    `export function uniqueItems(): z.core.$ZodCheck<readonly unknown[]> {
      const canonical = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(canonical)
        if (typeof value !== 'object' || value === null) return value
        const entries = Object.entries(value).filter(([key]) => key !== '_key')
        return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]))
      }
      return z.refine((items) => new Set(items.map((item) => JSON.stringify(canonical(item)))).size === items.length, 'Invalid list: the same item twice')
    }`,
  ],
  [
    'unknownDocument',
    `export function unknownDocument(known: readonly string[]): z.ZOD_TYPE<UnknownDocument> {
      return z.custom<UnknownDocument>(
        (value) => typeof value === 'object' && value !== null && '_type' in value && typeof value._type === 'string' && !known.includes(value._type),
        'Invalid type: the validator of its \`_type\` refuses it',
      )
    }`,
  ],
])
