import {source, type NamedSource} from './namedSource.ts'
import {SCALAR_SOURCES} from './scalarSources.ts'

/**
 * What fast paths are made of, as source text. A fast path is one expression, a table of shapes in the form of nested
 * calls: `objectOf('_id,title,figure', isString, isText(70), orNull(objectOf(…)))` names the keys of an object, then
 * says of each, in the same order, what it takes. That is
 *
 * - a function that says whether a value is right: `isString`, `isWhole(1, 5)`, `listOf(…)`;
 * - the values that it may have: `'draft,final'`, or `[1, 'one, two']` where they are not plain texts;
 * - a pattern, for a text;
 *
 * all of these in `orNull(…)` where null is right too, in `maybe(…)` where the key may be missing as well, in
 * `orMissing(…)` where it may only be missing.
 *
 * It has this form for its size: it takes a third less than straight-line functions, after gzip too, since the keys
 * read as they do in the query. What it costs in time is said in the README.
 */
export const MATCHER_SOURCES: readonly NamedSource[] = [
  source(
    'Matches',
    `/** Says whether a value is what it should be: where it says no, zod has the last word. */
    export type Matches<Value = any> = (value: any) => value is Value`,
  ),
  source(
    'Check',
    `/** What a value may be: a function says so, or a pattern, or a list of values. */
    type Check = (Matches & {readonly maybe?: boolean}) | RegExp | string | readonly unknown[]`,
  ),
  source(
    'Field',
    `interface Field {
      readonly key: unknown
      /** 1 where the key must be there, else 0. */
      readonly need: number
      readonly matches: Matches
      /** The field that came after this one in the object before. */
      next: Field | undefined
    }`,
  ),
  ...SCALAR_SOURCES,
  source(
    'isA',
    `/* @__NO_SIDE_EFFECTS__ */ export function isA(check: Check): Matches {
      if (check instanceof RegExp) return (value): value is any => isString(value) && check.test(value)
      if (check instanceof Function) return check
      const known = new Set(typeof check === 'string' ? check.split(',') : check)
      return (value): value is any => known.has(value)
    }`,
    'Matches',
    'Check',
    'isString',
  ),
  source(
    'orNull',
    `/* @__NO_SIDE_EFFECTS__ */ export function orNull<Value>(check: Check): Matches<Value> {
      const matches = isA(check)
      return (value): value is Value => value === null || matches(value)
    }`,
    'Matches',
    'Check',
    'isA',
  ),
  source(
    'orMissing',
    `/* @__NO_SIDE_EFFECTS__ */ export function orMissing(check: Check): Matches {
      const matches = isA(check)
      return Object.assign((value: any): value is any => matches(value), {maybe: true})
    }`,
    'Matches',
    'Check',
    'isA',
  ),
  source(
    'maybe',
    `/* @__NO_SIDE_EFFECTS__ */ export function maybe(check: Check): Matches {
      return Object.assign(orNull(check), {maybe: true})
    }`,
    'Matches',
    'Check',
    'orNull',
  ),
  source(
    'isEither',
    `/* @__NO_SIDE_EFFECTS__ */ export function isEither<Value>(...checks: Check[]): Matches<Value> {
      const known = checks.map(isA)
      return (value): value is Value => known.some((matches) => matches(value))
    }`,
    'Matches',
    'Check',
    'isA',
  ),
  source(
    'byType',
    `/** Objects that their \`_type\` tells apart. */
    /* @__NO_SIDE_EFFECTS__ */ export function byType<Value>(known: Readonly<Record<string, Matches>>): Matches<Value> {
      return (value): value is Value => Object.hasOwn(known, value?._type) && known[value._type]!(value)
    }`,
    'Matches',
  ),
  source(
    'listOf',
    `/* @__NO_SIDE_EFFECTS__ */ export function listOf<Value>(check: Check, least: number = 0, most: number = Infinity, isUnique?: boolean): Matches<Value> {
      const matches = isA(check)
      return (value): value is Value => {
        if (!Array.isArray(value) || value.length < least || value.length > most) return false
        let at = 0
        for (const item of value) if (!matches(item) || (isUnique && value.indexOf(item) < at++)) return false
        return true
      }
    }`,
    'Matches',
    'Check',
    'isA',
  ),
  source(
    'uniqueListOf',
    `/** A list of what is neither object nor list. A longer one would take long so: zod looks at it. */
    /* @__NO_SIDE_EFFECTS__ */ export function uniqueListOf<Value>(check: Check, least?: number, most: number = 999): Matches<Value> {
      return listOf(check, least, most, true)
    }`,
    'Matches',
    'Check',
    'listOf',
  ),
  source(
    'distinctListOf',
    `/* @__NO_SIDE_EFFECTS__ */ export function distinctListOf<Value>(check: Check, least?: number, most?: number): Matches<Value> {
      const matches = listOf<unknown[]>(check, least, most)
      return (value): value is Value => matches(value) && isUnique(value)
    }`,
    'Matches',
    'Check',
    'listOf',
    'isUnique',
  ),
  objectSource('objectOf', '', ''),
  objectSource('openObjectOf', '/** An object that may have other keys too. */\n', 'if (!field) continue\n'),
]

/**
 * Keys are taken as they come. Which comes after which is remembered, since the next object most likely has the same
 * order; so a key is rarely looked up.
 */
function objectSource(name: string, comment: string, ifUnknown: string): NamedSource {
  const text = `${comment}/* @__NO_SIDE_EFFECTS__ */ export function ${name}<Value>(keys: string | readonly string[], ...checks: Check[]): Matches<Value> {
    let fields: Map<string, Field> | undefined
    let required = 0
    const first: {next?: Field | undefined} = {}
    return (value): value is Value => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      fields ??= new Map((typeof keys === 'string' ? keys.split(',') : keys).map((key, at) => {
        const check: any = checks[at]
        const need = check.maybe ? 0 : 1
        required += need
        return [key, {key, need, matches: isA(check), next: undefined}]
      }))
      let last = first
      let found = 0
      for (const key in value) {
        let field = last.next
        if (field?.key !== key) last.next = field = fields.get(key)
        ${ifUnknown}if (!field?.matches(value[key])) return false
        found += field.need
        last = field
      }
      return found === required
    }
  }`
  return source(name, text, 'Matches', 'Check', 'Field', 'isA')
}
