import type {ExprNode} from 'groq-js'
import {mapMembers, someNode} from '../query/mapTree.ts'
import {NOTHING} from './Trace.ts'
import type {TraceScope} from './TraceScope.ts'

/** An expression that can be evaluated by itself: what it takes from enclosing scopes are parameters. */
export type Bound = {expr: ExprNode; params: Record<string, unknown>}

const reaching = new WeakMap<ExprNode, boolean>()

/**
 * Replaces each `^` that leaves an expression by a parameter with the value it stands for there. groq-js evaluates an
 * expression for one value of `@` and knows of no enclosing scopes then.
 */
export function bindParents(expr: ExprNode, scope: TraceScope): Bound {
  let reaches = reaching.get(expr)
  if (reaches === undefined) reaching.set(expr, (reaches = someNode(expr, ({type}) => type === 'Parent')))
  if (!reaches) return {expr, params: {}}
  const names = new Map<TraceScope, string>()
  const bound = bind(expr, scope, (outer) => {
    // The name cannot be written in GROQ, so that no parameter of a reader can have it.
    const name = names.get(outer) ?? `\u0000scope${names.size}`
    names.set(outer, name)
    return {type: 'Parameter', name}
  })
  return {
    expr: bound,
    params: Object.fromEntries([...names].map(([{trace}, name]) => [name, trace.value])),
  }
}

// Scopes that the expression opens itself; `^` to one of them means the same in groq-js.
const inner = new WeakSet<TraceScope>()

function open(scope: TraceScope, isHidden = false): TraceScope {
  const nested = scope.nested(NOTHING, isHidden)
  inner.add(nested)
  return nested
}

function bind(node: ExprNode, scope: TraceScope, parameter: (outer: TraceScope) => ExprNode): ExprNode {
  const within = (next: TraceScope) => (child: ExprNode) => bind(child, next, parameter)
  switch (node.type) {
    case 'Parent': {
      const target = scope.ancestor(node.n)
      if (!target) return {type: 'Value', value: null}
      return inner.has(target) ? node : parameter(target)
    }
    case 'Filter':
    case 'Projection':
      return {...node, base: within(scope)(node.base), expr: within(open(scope))(node.expr)}
    case 'Map':
    case 'FlatMap':
      return {...node, base: within(scope)(node.base), expr: within(open(scope, true))(node.expr)}
    case 'PipeFuncCall':
      return {...node, base: within(scope)(node.base), args: node.args.map(within(open(scope)))}
    default:
      return mapMembers(node, within(scope))
  }
}
