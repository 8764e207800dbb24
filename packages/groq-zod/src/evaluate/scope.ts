import type {ExprNode} from 'groq-js'
import type {SchemaModel} from '../schema/SchemaModel.ts'
import type {Type} from '../types/type.ts'
import type {FieldUses} from './FieldUses.ts'
import type {ParamTypes} from './ParamTypes.ts'

/** What one evaluation gathers besides the type: fields that were read and what the parameters must be. */
export interface Evaluation {
  readonly model: SchemaModel
  readonly fields: FieldUses
  readonly params: ParamTypes
  readonly evaluate: (node: ExprNode, scope: Scope) => Type
}

/** The value that `@` stands for, inside those that `^` stands for. */
export interface Scope {
  readonly value: Type
  readonly parent: Scope | undefined
  /** Traversals make scopes that `^` does not count. */
  readonly hidden: boolean
  readonly run: Evaluation
}

export function nest(scope: Scope, value: Type): Scope {
  return {value, parent: scope.hidden ? scope.parent : scope, hidden: false, run: scope.run}
}

export function nestHidden(scope: Scope, value: Type): Scope {
  return {...nest(scope, value), hidden: true}
}

/** The same place, knowing more of its value. */
export function narrowed(scope: Scope, value: Type): Scope {
  return {...scope, value}
}
