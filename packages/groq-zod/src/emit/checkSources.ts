/**
 * The functions that generated code may need, as source text, each with those that it calls. Rules follow Sanity's
 * validation, where all but `required` let the empty string pass. A predicate serves the fast path, the check of the same rule
 * serves zod.
 */
export const CHECKS: ReadonlyMap<string, {readonly calls: readonly string[]; readonly source: string}> =
  new Map([
    predicate(
      'isEmail',
      `export function isEmail(text: string): boolean {
      const address = text.trim()
      return address === '' || /^(?:[^@\\s]+|".+")@(?:\\[[\\d.]+\\]|(?:[a-z\\d-]+\\.)+[a-z]{2,})$/iu.test(address)
    }`,
    ),
    predicate(
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
    predicate(
      'isTime',
      `export function isTime(text: unknown): boolean {
      return typeof text === 'string' && /^[-+]?\\d[\\dTWZ:.,+\\s-]*$/u.test(text)
    }`,
    ),
    predicate(
      'isPrecise',
      `export function isPrecise(value: number, most: number): boolean {
      const [, decimals = '', exponent = '0'] = /(?:\\.(\\d+))?(?:e([+-]?\\d+))?$/iu.exec(String(value)) ?? []
      return decimals.length - Number(exponent) <= most
    }`,
    ),
    predicate(
      'isUnique',
      `export function isUnique(items: readonly unknown[]): boolean {
      if (items.length < 2) return true
      const isPlain = items.every((item) => typeof item !== 'object' || item === null)
      return new Set(isPlain ? items : items.map((item) => JSON.stringify(withoutKeys(item)))).size === items.length
    }`,
      'withoutKeys',
    ),
    predicate(
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
    predicate(
      'unknownDocument',
      `export function unknownDocument(known: readonly string[]): ZOD_TYPE<UnknownDocument> {
      return z.custom<UnknownDocument>(
        (value) => typeof value === 'object' && value !== null && '_type' in value && typeof value._type === 'string' && !known.includes(value._type),
        'Invalid type: the validator of its \`_type\` refuses it',
      )
    }`,
    ),
    predicate(
      'isString',
      "export function isString(value: unknown): value is string {\n return typeof value === 'string'\n}",
    ),
    predicate(
      'isNumber',
      'export function isNumber(value: unknown): value is number {\n return Number.isFinite(value)\n}',
    ),
    predicate(
      'isBoolean',
      "export function isBoolean(value: unknown): value is boolean {\n return typeof value === 'boolean'\n}",
    ),
    predicate(
      'isFilled',
      "export function isFilled(value: unknown): boolean {\n return typeof value === 'string' && value !== ''\n}",
    ),
    predicate(
      'isText',
      "export function isText(value: unknown, most: number): boolean {\n return typeof value === 'string' && value !== '' && value.length <= most\n}",
    ),
    predicate(
      'isBetween',
      'export function isBetween(value: any, least: number, most: number = Infinity): boolean {\n return Number.isFinite(value) && value >= least && value <= most\n}',
    ),
    predicate(
      'isWhole',
      'export function isWhole(value: any, least: number = -Infinity, most: number = Infinity): boolean {\n return Number.isInteger(value) && value >= least && value <= most\n}',
    ),
    predicate(
      'words',
      "export function words(text: string): ReadonlySet<unknown> {\n return new Set(text.split(' '))\n}",
    ),
    predicate(
      'isOneOf',
      'export function isOneOf(value: unknown, known: ReadonlySet<unknown>): boolean {\n return known.has(value)\n}',
    ),
    predicate(
      'orNull',
      'export function orNull(value: unknown, matches: (some: any, ...limits: any[]) => boolean, a?: unknown, b?: unknown): boolean {\n return value === null || matches(value, a, b)\n}',
    ),
    predicate(
      'orMissing',
      'export function orMissing(value: unknown, matches: (some: any, ...limits: any[]) => boolean, a?: unknown, b?: unknown): boolean {\n return value === undefined || matches(value, a, b)\n}',
    ),
    predicate(
      'maybe',
      'export function maybe(value: unknown, matches: (some: any, ...limits: any[]) => boolean, a?: unknown, b?: unknown): boolean {\n return value === undefined || value === null || matches(value, a, b)\n}',
    ),
    predicate(
      'isObject',
      "export function isObject(value: unknown): boolean {\n return typeof value === 'object' && value !== null && !Array.isArray(value)\n}",
    ),
    predicate(
      'isA',
      'export function isA(value: any, type: string): boolean {\n return isObject(value) && value._type === type\n}',
      'isObject',
    ),
    predicate(
      'isListOf',
      `export function isListOf(value: any, matches: (item: any) => boolean, least: number = 0): boolean {
      if (!Array.isArray(value) || value.length < least) return false
      for (const item of value) if (!matches(item)) return false
      return true
    }`,
    ),
    predicate(
      'isUniqueListOf',
      'export function isUniqueListOf(value: any, matches: (item: any) => boolean, least: number = 0): boolean {\n return isListOf(value, matches, least) && isUnique(value)\n}',
      'isListOf',
      'isUnique',
    ),
    predicate(
      'hasKeys',
      'export function hasKeys(value: any, count: number): boolean {\n return isObject(value) && Object.keys(value).length === count\n}',
      'isObject',
    ),
    predicate(
      'hasOnly',
      `export function hasOnly(value: any, known: ReadonlySet<unknown>): boolean {
      if (!isObject(value)) return false
      for (const key in value) if (!known.has(key)) return false
      return true
    }`,
      'isObject',
    ),
    predicate(
      'fast',
      `/** Gives back what matches as it is; what does not, zod looks at: it drops keys, or says what is wrong. */
    export function fast<Value>(schema: ZOD_TYPE<Value>, matches: (input: any) => boolean): ZOD_TYPE<Value> {
      const copy = z.clone(schema)
      copy.parse = (input: any, params) => (matches(input) ? input : schema.parse(input, params))
      copy.safeParse = (input: any, params) => (matches(input) ? {success: true, data: input} : schema.safeParse(input, params))
      return copy
    }`,
    ),
  ])

type Entry = [name: string, {calls: string[]; source: string}]

function predicate(name: string, source: string, ...calls: string[]): Entry {
  return [name, {calls, source}]
}

function check(
  name: string,
  params: string,
  type: string,
  condition: string,
  message: string,
  ...calls: string[]
): Entry {
  const source = `export function ${name}(${params}): z.core.$ZodCheck<${type}> {
    return z.refine((value) => ${condition}, ${message})
  }`
  return [name, {calls, source}]
}

/** True for functions that make zod schemas or checks, false for plain predicates. */
export function needsZod(name: string): boolean {
  return /\bz\.|ZOD_TYPE/u.test(CHECKS.get(name)?.source ?? '')
}

/** The names and those that they call, in the order of the table. */
export function withCalled(names: Iterable<string>): string[] {
  const wanted = new Set<string>()
  const add = (name: string): void => {
    wanted.add(name)
    for (const called of CHECKS.get(name)?.calls ?? []) add(called)
  }
  for (const name of names) add(name)
  return [...CHECKS.keys()].filter((name) => wanted.has(name))
}
