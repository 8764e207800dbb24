import {readFileSync} from 'node:fs'
import {isRecord} from './comparePlaces.ts'

/** One rule of the schema that a document is made to break. */
export interface Breach {
  readonly rule: string
  readonly field: string
  readonly document: Readonly<Record<string, unknown>>
}

interface Rule {
  readonly rule: string
  readonly value?: unknown
}

const folder = new URL('../../../packages/schema/', import.meta.url)
const schema: unknown = JSON.parse(readFileSync(new URL('schema.json', folder), 'utf8'))
const constraints: unknown = JSON.parse(readFileSync(new URL('constraints.json', folder), 'utf8'))

/** The document once for each rule on a field of its own, each time with that rule broken. */
export function breakDocument(document: Readonly<Record<string, unknown>>): readonly Breach[] {
  const type = String(document['_type'])
  return Object.entries(attributesOf(type)).flatMap(([field, attribute]) => {
    if (field.startsWith('_')) return []
    const value = document[field]
    const broken: (readonly [string, unknown])[] = []
    if (isRequired(attribute)) broken.push(['required', undefined])
    if (value !== undefined) broken.push(['type', otherType(value)], ...breakRules(type, field, value))
    if (Array.isArray(value) && value.some((item) => isRecord(item) && item['_type'] !== 'reference')) {
      const items: readonly unknown[] = value
      broken.push(['unknown _type', [...items.slice(0, -1), {_key: 'x', _type: 'unheardOf'}]])
    }
    return broken.map(([rule, put]) => ({rule, field, document: {...document, [field]: put}}))
  })
}

/** A value of another type than any field of this one may have. */
function otherType(value: unknown): unknown {
  return isRecord(value) || Array.isArray(value) ? 4711 : {_type: 'unheardOf'}
}

function breakRules(type: string, field: string, value: unknown): (readonly [string, unknown])[] {
  return rulesOf(type, field).flatMap(({rule, value: bound}): (readonly [string, unknown])[] => {
    if (rule === 'oneOf') return [['closed list', typeof value === 'number' ? -4711 : 'unheard-of']]
    if (typeof bound !== 'number') return []
    if (rule === 'max' && typeof value === 'string') return [['too long', 'x'.repeat(bound + 1)]]
    if (rule === 'max' && typeof value === 'number') return [['too large', bound + 1]]
    if (rule === 'min' && typeof value === 'number') return [['too small', bound - 1]]
    if (rule === 'min' && Array.isArray(value) && bound === 1) return [['too few', []]]
    return []
  })
}

function attributesOf(type: string): Readonly<Record<string, unknown>> {
  const entries: readonly unknown[] = Array.isArray(schema) ? schema : []
  const found = entries.find((entry) => isRecord(entry) && entry['name'] === type)
  return isRecord(found) && isRecord(found['attributes']) ? found['attributes'] : {}
}

function isRequired(attribute: unknown): boolean {
  return isRecord(attribute) && attribute['optional'] !== true
}

function rulesOf(type: string, field: string): readonly Rule[] {
  const types = isRecord(constraints) && isRecord(constraints['types']) ? constraints['types'] : {}
  const own = types[type]
  const rules: unknown = isRecord(own) ? own[field] : undefined
  return Array.isArray(rules) ? rules.filter(isRule) : []
}

function isRule(value: unknown): value is Rule {
  return isRecord(value) && typeof value['rule'] === 'string'
}
