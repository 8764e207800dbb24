import type {ExprNode, FuncCallNode} from 'groq-js'
import {STRING} from '../types/type.ts'
import {unionOf} from '../types/union.ts'
import type {Scope} from './scope.ts'

/** The name of a parameter that stands alone. */
export function paramName(node: ExprNode | undefined): string | undefined {
  if (node?.type === 'Group') return paramName(node.base)
  return node?.type === 'Parameter' ? node.name : undefined
}

/** `defined($x)` says that the parameter may be left out. */
export function noteOptionalParams(node: FuncCallNode, scope: Scope): void {
  const name = paramName(node.args[0])
  if (name !== undefined) scope.run.params.noteOptional(name)
}

const STRING_ARGUMENTS = new Set([
  'global::dateTime',
  'global::lower',
  'global::upper',
  'string::lower',
  'string::upper',
  'string::split',
  'string::startsWith',
  'global::path',
  'sanity::versionOf',
  'sanity::partOfRelease',
])

/** What a function says of a parameter that is its argument. */
export function noteArgumentParams(node: FuncCallNode, name: string, scope: Scope): void {
  for (const argument of node.args) {
    const param = paramName(argument)
    if (param === undefined) continue
    if (STRING_ARGUMENTS.has(name)) scope.run.params.note(param, STRING)
    if (name === 'global::references') {
      scope.run.params.note(param, unionOf([STRING, {kind: 'array', of: STRING}]))
    }
  }
}
