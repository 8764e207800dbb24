import type {ExprNode} from 'groq-js'
import type {SchemaModel} from '../schema/SchemaModel.ts'
import type {Type} from '../types/type.ts'
import {NULL} from '../types/type.ts'
import {evaluateNode} from './evaluateNode.ts'
import type {FieldUse} from './FieldUses.ts'
import {FieldUses} from './FieldUses.ts'
import {ParamTypes} from './ParamTypes.ts'

/** What a query yields and asks for, as one perspective sees the schema. */
export interface QueryType {
  readonly result: Type
  readonly params: readonly (readonly [name: string, type: Type])[]
  /** Fields that the query reads and that no type standing there has. */
  readonly unknownFields: readonly FieldUse[]
}

/** Evaluates the type of a parsed query against a schema. */
export function evaluateQuery(ast: ExprNode, model: SchemaModel): QueryType {
  const fields = new FieldUses()
  const params = new ParamTypes()
  const result = evaluateNode(ast, {
    value: NULL,
    parent: undefined,
    hidden: false,
    run: {model, fields, params, evaluate: evaluateNode},
  })
  return {result, params: params.result(), unknownFields: fields.unknown()}
}
