import type {SchemaModel} from '../schema/SchemaModel.ts'
import type {ArrayType} from '../types/type.ts'
import {printBounds} from './matcherText.ts'
import {splitUnion} from './splitUnion.ts'

/** The function that makes the matcher of a list, and what it takes after the matcher of the items. */
export function listMatcher(
  {of, checks = {}}: ArrayType,
  model: SchemaModel,
): {readonly name: string; readonly bounds: readonly string[]} {
  const {min = 0, max = Infinity, length} = checks
  const least = Math.max(min, length ?? 0)
  const most = Math.min(max, length ?? Infinity)
  const bounds = printBounds(least === 0 ? undefined : least, most === Infinity ? undefined : most, '0')
  if (!checks.unique) return {name: 'listOf', bounds}
  const {arrays, objects, primitives} = splitUnion(of, model)
  const isPlain = arrays.length + objects.length === 0 && primitives.every(({kind}) => kind !== 'unknown')
  return {name: isPlain ? 'uniqueListOf' : 'distinctListOf', bounds}
}
