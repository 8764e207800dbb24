import {source, type NamedSource} from './namedSource.ts'

/** What fast paths take for scalars, as source text. */
export const SCALAR_SOURCES: readonly NamedSource[] = [
  source(
    'isString',
    "export const isString = (value: unknown): value is string => typeof value === 'string'",
  ),
  source('isNumber', 'export const isNumber = (value: unknown): value is number => Number.isFinite(value)'),
  source(
    'isBoolean',
    "export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'",
  ),
  source(
    'isFilled',
    "export const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== ''",
  ),
  source(
    'isTime',
    `export const isTime = (value: unknown): value is string =>
      typeof value === 'string' && /^[-+]?\\d[\\dTWZ:.,+\\s-]*$/u.test(value)`,
  ),
  source(
    'isText',
    `/* @__NO_SIDE_EFFECTS__ */ export function isText<Value>(most: number, least: number = 1): Matches<Value> {
      return (value): value is Value => typeof value === 'string' && value.length <= most && value.length >= least
    }`,
    'Matches',
  ),
  source(
    'isBetween',
    `/* @__NO_SIDE_EFFECTS__ */ export function isBetween<Value>(least: number, most: number = Infinity): Matches<Value> {
      return (value): value is Value => Number.isFinite(value) && value >= least && value <= most
    }`,
    'Matches',
  ),
  source(
    'isWhole',
    `/* @__NO_SIDE_EFFECTS__ */ export function isWhole<Value>(least: number = -Infinity, most: number = Infinity): Matches<Value> {
      return (value): value is Value => Number.isInteger(value) && value >= least && value <= most
    }`,
    'Matches',
  ),
]
