import {source, type NamedSource} from './namedSource.ts'

/**
 * The rules on values, as source text. They follow Sanity's validation, where all but `required` let the empty string
 * pass. A predicate serves the fast path too, the check of the same rule serves zod.
 */
export const CHECK_SOURCES: readonly NamedSource[] = [
  source(
    'isEmail',
    `export function isEmail(text: string): boolean {
      const address = text.trim()
      return address === '' || /^(?:[^@\\s]+|".+")@(?:\\[[\\d.]+\\]|(?:[a-z\\d-]+\\.)+[a-z]{2,})$/iu.test(address)
    }`,
  ),
  source(
    'isUri',
    `export function isUri(text: unknown, schemes: readonly string[], allowRelative: boolean): boolean {
      if (typeof text !== 'string') return false
      if (text === '') return true
      if (/^\\.*\\//u.test(text)) return allowRelative
      const scheme = /^\\s*([a-z][a-z\\d+.-]*):/iu.exec(text)?.[1]?.toLowerCase()
      if (scheme === undefined) return allowRelative
      return schemes.some((allowed) => allowed === scheme || new RegExp(\`^(?:\${allowed})$\`, 'iu').test(scheme))
    }`,
  ),
  source(
    'isPrecise',
    `export function isPrecise(value: number, most: number): boolean {
      const [, decimals = '', exponent = '0'] = /(?:\\.(\\d+))?(?:e([+-]?\\d+))?$/iu.exec(String(value)) ?? []
      return decimals.length - Number(exponent) <= most
    }`,
  ),
  source(
    'isUnique',
    `export function isUnique(items: readonly unknown[]): boolean {
      if (items.length < 2) return true
      const isPlain = items.every((item) => typeof item !== 'object' || item === null)
      return new Set(isPlain ? items : items.map((item) => JSON.stringify(withoutKeys(item)))).size === items.length
    }`,
    'withoutKeys',
  ),
  source(
    'withoutKeys',
    `/** Two items are equal whatever their \`_key\` and the order of their fields. */
    function withoutKeys(value: unknown): unknown {
      if (Array.isArray(value)) return value.map(withoutKeys)
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value).filter(([key]) => key !== '_key')
      entries.sort(([left], [right]) => (left < right ? -1 : 1))
      return entries.map(([key, inner]) => [key, withoutKeys(inner)])
    }`,
  ),
  check(
    'emptyOrMinLength',
    'least: number',
    'string',
    "value === '' || value.length >= least",
    '`Too short: expected at least ${least} characters`',
  ),
  check(
    'notMatching',
    'pattern: RegExp',
    'string',
    '!pattern.test(value)',
    '`Invalid string: must not match ${pattern}`',
  ),
  check('email', '', 'string', 'isEmail(value)', "'Invalid email address'", 'isEmail'),
  check(
    'uri',
    'schemes: readonly string[], allowRelative: boolean',
    'string',
    'isUri(value, schemes, allowRelative)',
    "'Invalid address'",
    'isUri',
  ),
  check(
    'uppercase',
    '',
    'string',
    'value === value.toLocaleUpperCase()',
    "'Invalid string: must be in capitals'",
  ),
  check(
    'lowercase',
    '',
    'string',
    'value === value.toLocaleLowerCase()',
    "'Invalid string: must be in small letters'",
  ),
  check('time', '', 'string', 'isTime(value)', "'Invalid date or time'", 'isTime'),
  check(
    'precision',
    'most: number',
    'number',
    'isPrecise(value, most)',
    '`Too many decimal places: expected at most ${most}`',
    'isPrecise',
  ),
  check(
    'uniqueItems',
    '',
    'readonly unknown[]',
    'isUnique(value)',
    "'Invalid list: the same item twice'",
    'isUnique',
  ),
  source(
    'unknownDocument',
    `export function unknownDocument(known: readonly string[]): ZOD_TYPE<UnknownDocument> {
      return z.custom<UnknownDocument>(
        (value) => typeof value === 'object' && value !== null && '_type' in value && typeof value._type === 'string' && !known.includes(value._type),
        'Invalid type: the validator of its \`_type\` refuses it',
      )
    }`,
  ),
  source(
    'fast',
    `/** Gives back what matches as it is; what does not, zod looks at: it drops keys, or says what is wrong. */
    export function fast<Value>(schema: ZOD_TYPE<Value>, matches: (input: any) => boolean): ZOD_TYPE<Value> {
      const copy = z.clone(schema)
      copy.parse = (input: any, params) => (matches(input) ? input : schema.parse(input, params))
      copy.safeParse = (input: any, params) => (matches(input) ? {success: true, data: input} : schema.safeParse(input, params))
      return copy
    }`,
  ),
]

function check(
  name: string,
  params: string,
  type: string,
  condition: string,
  message: string,
  ...calls: string[]
): NamedSource {
  const text = `export function ${name}(${params}): z.core.$ZodCheck<${type}> {
    return z.refine((value) => ${condition}, ${message})
  }`
  return source(name, text, ...calls)
}
