import {GroqZodError} from '../GroqZodError.ts'
import type {
  SchemaAttribute,
  SchemaDocument,
  SchemaFile,
  SchemaNode,
  SchemaTypeDeclaration,
} from './schemaNode.ts'

/**
 * Parses the text of a `schema.json` and checks its form.
 *
 * @throws {@link GroqZodError} `schema` when the text is no JSON or no extract of a Sanity schema; the message names the place.
 */
export function parseSchema(text: string, path: string): SchemaFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new GroqZodError('schema', `${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
    })
  }
  if (!Array.isArray(json)) {
    throw new GroqZodError(
      'schema',
      `${path} is not a schema extract: make it with \`sanity schema extract\`.`,
    )
  }
  return json.map((entry: unknown, index) => readEntry(entry, `${path}: entry ${index}`))
}

function fail(place: string, expected: string): never {
  throw new GroqZodError(
    'schema',
    `${place}: expected ${expected}. Make the file with \`sanity schema extract\`.`,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readEntry(entry: unknown, place: string): SchemaDocument | SchemaTypeDeclaration {
  if (!isRecord(entry) || typeof entry['name'] !== 'string') return fail(place, 'an object with a name')
  const name = entry['name']
  if (entry['type'] === 'document') {
    return {type: 'document', name, attributes: readAttributes(entry['attributes'], `${place} (${name})`)}
  }
  if (entry['type'] === 'type') {
    return {type: 'type', name, value: readNode(entry['value'], `${place} (${name})`)}
  }
  return fail(place, 'type "document" or "type"')
}

function readAttributes(value: unknown, place: string): Record<string, SchemaAttribute> {
  if (!isRecord(value)) return fail(place, 'attributes')
  return Object.fromEntries(
    Object.entries(value).map(([name, attribute]) => {
      if (!isRecord(attribute)) return fail(`${place}.${name}`, 'an attribute')
      return [
        name,
        {value: readNode(attribute['value'], `${place}.${name}`), optional: attribute['optional'] === true},
      ]
    }),
  )
}

function readNode(node: unknown, place: string): SchemaNode {
  if (!isRecord(node)) return fail(place, 'a type')
  const value = node['value']
  switch (node['type']) {
    case 'string':
      return typeof value === 'string' ? {type: 'string', value} : {type: 'string'}
    case 'number':
      return typeof value === 'number' ? {type: 'number', value} : {type: 'number'}
    case 'boolean':
      return typeof value === 'boolean' ? {type: 'boolean', value} : {type: 'boolean'}
    case 'null':
      return {type: 'null'}
    case 'unknown':
      return {type: 'unknown'}
    case 'array':
      return {type: 'array', of: readNode(node['of'], `${place}[]`)}
    case 'union':
      if (!Array.isArray(node['of'])) return fail(place, 'the members of a union')
      return {type: 'union', of: node['of'].map((member: unknown) => readNode(member, place))}
    case 'inline':
      if (typeof node['name'] !== 'string') return fail(place, 'the name of a type')
      return {type: 'inline', name: node['name']}
    case 'object':
      return {
        type: 'object',
        attributes: readAttributes(node['attributes'], place),
        ...(node['rest'] === undefined ? {} : {rest: readNode(node['rest'], place)}),
        ...(typeof node['dereferencesTo'] === 'string' ? {dereferencesTo: node['dereferencesTo']} : {}),
      }
    default:
      return fail(place, 'a type of string, number, boolean, null, array, union, object, inline or unknown')
  }
}
