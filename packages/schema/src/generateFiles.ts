import {extractSchema} from '@sanity/schema/_internal'
import type {Schema} from '@sanity/types'
import {compileSchema} from './compileSchema.ts'
import type {SchemaConstraints} from './constraint.ts'
import {constraintsOf} from './constraintsOf.ts'
import {isRecord} from './fields/isRecord.ts'
import {schemaTypes} from './schemaTypes.ts'

const LINE_WIDTH = 110

/** The text of each generated file, by file name. */
export function generateFiles(): Record<'schema.json' | 'constraints.json', string> {
  const schema = compileSchema()
  const extract = extractSchema(schema, {enforceRequiredFields: true})
  const constraints = constraintsOf(
    schema,
    schemaTypes.map((type) => type.name),
  )
  return {
    'schema.json': toText(extract),
    'constraints.json': collapseLists(toText(addHoisted(constraints, extract, schema))),
  }
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Puts a list of plain values on one line where it fits, as the formatter would. */
function collapseLists(text: string): string {
  return text.replaceAll(
    /^( *)(".*": )\[\n((?: *"[^"]*",?\n)+) *\](,?)$/gm,
    (whole, indent, key, entries, comma) => {
      const line = `${indent}${key}[${entries.trim().split(/\n */).join(' ')}]${comma}`
      return line.length <= LINE_WIDTH ? line : whole
    },
  )
}

/**
 * The extract gives an inline object that it meets more than once a name of its own (`dosage.sets` becomes
 * `sets`). Its constraints are listed under that name as well, so that either way of asking finds them.
 */
function addHoisted(constraints: SchemaConstraints, extract: unknown, schema: Schema): SchemaConstraints {
  const types = {...constraints.types}
  for (const [typeName, paths] of Object.entries(constraints.types)) {
    for (const [path, hoisted] of findInline(extract, typeName)) {
      if (schema.has(hoisted)) continue
      const inner = Object.entries(paths)
        .filter(([other]) => other.startsWith(`${path}.`))
        .map(([other, list]) => [other.slice(path.length + 1), list] as const)
      types[hoisted] = {...types[hoisted], ...Object.fromEntries(inner)}
    }
  }
  return {...constraints, types}
}

type InlinePath = [path: string, name: string]

function findInline(extract: unknown, typeName: string): InlinePath[] {
  const found = Array.isArray(extract)
    ? extract.find((entry: unknown) => isRecord(entry) && entry['name'] === typeName)
    : undefined
  if (!isRecord(found)) return []
  return inlineWithin(
    found['type'] === 'document' ? {type: 'object', attributes: found['attributes']} : found['value'],
    '',
  )
}

function inlineWithin(node: unknown, path: string): InlinePath[] {
  if (!isRecord(node)) return []
  if (node['type'] === 'inline' && typeof node['name'] === 'string') return [[path, node['name']]]
  if (node['type'] !== 'object' || !isRecord(node['attributes'])) return []
  return Object.entries(node['attributes']).flatMap(([name, attribute]) =>
    isRecord(attribute) ? inlineWithin(attribute['value'], path === '' ? name : `${path}.${name}`) : [],
  )
}
