import {isRecord} from '../core.ts'

const MAX_TEXT_LENGTH = 60

/** Says in a few words what a value is: enough to find the mistake, short enough for a log line. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (typeof value === 'string') return describeText(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (isRecord(value)) return typeof value['_type'] === 'string' ? `a ${value['_type']}` : 'an object'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value
}

function describeText(text: string): string {
  return JSON.stringify(text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text)
}
