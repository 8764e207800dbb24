import type {SchemaType} from '@sanity/types'
import type {Constraint} from './constraint.ts'
import {isRecord} from './fields/isRecord.ts'
import {RecordedRule} from './recordedRule.ts'

/** The constraints that a compiled type puts on its value, from its validation, options and base type. */
export function readConstraints(type: SchemaType): Constraint[] {
  const constraints = [...readValidation(type.validation), ...readList(type), ...readFormat(type)]
  return constraints.filter((constraint, index) => isFirst(constraints, constraint, index))
}

function readValidation(validation: unknown): Constraint[] {
  if (Array.isArray(validation)) return validation.flatMap(readValidation)
  if (typeof validation !== 'function') return []
  const returned: unknown = validation(new RecordedRule())
  return [returned]
    .flat()
    .filter((rule) => rule instanceof RecordedRule)
    .filter((rule) => rule.binding)
    .flatMap((rule) => rule.constraints)
}

function readList(type: SchemaType): Constraint[] {
  // On an array the list is what its entries may be; it stands on the entry type as well.
  if (type.jsonType === 'array' || !isRecord(type.options) || !Array.isArray(type.options['list'])) return []
  const values = type.options['list'].map((entry: unknown) => (isRecord(entry) ? entry['value'] : entry))
  return [
    {rule: 'oneOf', values: values.filter((value) => typeof value === 'string' || typeof value === 'number')},
  ]
}

function readFormat(type: SchemaType): Constraint[] {
  switch (baseNameOf(type)) {
    case 'date':
      return [{rule: 'date'}]
    case 'datetime':
      return [{rule: 'datetime'}]
    case 'email':
      return [{rule: 'email'}]
    // Sanity's own rule for `url` holds as long as the field does not give schemes of its own.
    case 'url':
      return readValidation(type.validation).some(({rule}) => rule === 'uri')
        ? []
        : [{rule: 'uri', schemes: ['http', 'https'], allowRelative: false}]
    default:
      return []
  }
}

function baseNameOf(type: SchemaType): string {
  const below = type.type
  return below?.type ? baseNameOf(below) : (below?.name ?? type.name)
}

function isFirst(constraints: Constraint[], constraint: Constraint, index: number): boolean {
  const text = JSON.stringify(constraint)
  return constraints.findIndex((other) => JSON.stringify(other) === text) === index
}
