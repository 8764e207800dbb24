import {isRecord} from '../validation/isRecord.ts'
import type {Vocabulary} from './vocabulary.fixture.ts'

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u

// What a plain value may stand for. Text is taken wherever schema.org lists it.
const TEXTS: Readonly<Record<string, (text: string) => boolean>> = {
  Text: (text) => text !== '',
  URL: (text) => /^https?:\/\//u.test(text) && URL.canParse(text),
  Date: (text) => DATE.test(text),
  DateTime: (text) => DATE_TIME.test(text),
}

/** Everything in a document that schema.org's tables do not allow, as sentences. */
export function checkGraph(graph: unknown, vocabulary: Vocabulary): readonly string[] {
  const issues: string[] = []
  const nodes = isRecord(graph) && Array.isArray(graph['@graph']) ? graph['@graph'].filter(isRecord) : []
  if (!isRecord(graph) || graph['@context'] !== 'https://schema.org')
    issues.push('The context is not schema.org.')
  const byId = new Map<unknown, Record<string, unknown>>(
    nodes.filter((node) => node['@id'] !== undefined).map((node) => [node['@id'], node]),
  )
  if (byId.size !== nodes.filter((node) => node['@id'] !== undefined).length)
    issues.push('Two nodes share an @id.')
  for (const node of nodes) checkNode(node)
  return issues

  function checkNode(node: Record<string, unknown>): void {
    const types = typesOf(node)
    for (const type of types) {
      if (!vocabulary.has(type)) issues.push(`${type} is no class.`)
      if (vocabulary.isSuperseded(type)) issues.push(`${type} is superseded.`)
    }
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith('@')) continue
      const place = `${types.join('+')}.${property}`
      if (!vocabulary.has(property) || vocabulary.isSuperseded(property)) {
        issues.push(`${place} is no property in use.`)
        continue
      }
      const domains = vocabulary.domains(property)
      if (!types.some((type) => domains.some((domain) => vocabulary.isA(type, domain)))) {
        issues.push(`${place} belongs to ${domains.join(', ')}.`)
      }
      for (const one of Array.isArray(value) ? value : [value]) checkValue(one, property, place)
    }
  }

  function checkValue(value: unknown, property: string, place: string): void {
    const ranges = vocabulary.ranges(property)
    const refuse = () => issues.push(`${place} is ${JSON.stringify(value)}, not ${ranges.join(', ')}.`)
    if (typeof value === 'string') {
      if (!ranges.some((range) => TEXTS[range]?.(value))) refuse()
    } else if (typeof value === 'number') {
      const isNumber = ranges.some((range) => ['Number', 'Integer', 'Float'].includes(range))
      if (!isNumber || !Number.isFinite(value)) refuse()
    } else if (isRecord(value)) {
      const isReference = Object.keys(value).join() === '@id'
      const node = isReference ? byId.get(value['@id']) : value
      if (!node) issues.push(`${place} refers to ${String(value['@id'])}, which is not there.`)
      else if (!typesOf(node).some((type) => ranges.some((range) => vocabulary.isA(type, range)))) refuse()
      if (node && !isReference) checkNode(node)
    } else refuse()
  }
}

function typesOf(node: Record<string, unknown>): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
}
