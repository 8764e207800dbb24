import type {Field, ObjectType} from '../types/type.ts'
import {nullable} from '../types/union.ts'
import type {EmitOptions} from './EmitOptions.ts'
import {camelCase} from './pascalCase.ts'

/** What stands at the head of the shared module. */
export function printPrelude(options: EmitOptions): string {
  const type = options.zod === 'mini' ? 'z.ZodMiniType' : 'z.ZodType'
  return `/** A validator of objects that can stand in a discriminated union. */
export type ObjectSchema<Value> = ${type}<Value> & z.core.$ZodTypeDiscriminable`
}

/** The declarations of `Reference`, `ReferenceItem` and `UnknownDocument`. */
export function printShared(name: string, options: EmitOptions): string {
  if (name === 'UnknownDocument') return UNKNOWN_DOCUMENT
  const key = name === 'ReferenceItem' ? '_key: z.string(), ' : ''
  const keyType = name === 'ReferenceItem' ? '_key: string; ' : ''
  const build = {drop: 'z.object', keep: 'z.looseObject', refuse: 'z.strictObject'}[options.unknownKeys]
  const open = options.unknownKeys === 'keep' ? '; [key: string]: unknown' : ''
  return [
    `export interface ${name} {${keyType}_ref: string; _type: 'reference'; _weak?: boolean | null${open}}`,
    `export const ${camelCase(name)}Schema: ObjectSchema<${name}> = ${build}({${key}_ref: z.string(), _type: z.literal('reference'), _weak: z.exactOptional(z.nullable(z.boolean()))})`,
  ].join('\n\n')
}

/** The type of `Reference` and `ReferenceItem`. */
export function sharedType(name: 'Reference' | 'ReferenceItem'): ObjectType {
  const text: Field = {type: {kind: 'string'}, optional: false}
  return {
    kind: 'object',
    fields: {
      ...(name === 'ReferenceItem' ? {_key: text} : {}),
      _ref: text,
      _type: {type: {kind: 'string', value: 'reference'}, optional: false},
      _weak: {type: nullable({kind: 'boolean'}), optional: true},
    },
  }
}

const UNKNOWN_DOCUMENT = `declare const unknownType: unique symbol

/** A value whose \`_type\` the schema does not hold; at run time \`_type\` is a string that no known type has. */
export interface UnknownDocument {_type: typeof unknownType; [key: string]: unknown}`
