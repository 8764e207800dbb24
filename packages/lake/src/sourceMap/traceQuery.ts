import {evaluateSync} from 'groq-js'
import type {EvaluateOptions, ExprNode} from 'groq-js'
import {argumentsOf, isCallNode} from '../query/callNode.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {bindParents} from './bindParents.ts'
import {
  builtArray,
  builtObject,
  itemsOf,
  literal,
  memberOf,
  membersOf,
  NOTHING,
  traceFound,
  unknown,
} from './Trace.ts'
import type {Trace} from './Trace.ts'
import {TraceScope} from './TraceScope.ts'

// The name cannot be written in GROQ, so that no parameter of a reader can have it.
const ITEMS = '\u0000items'

/**
 * Evaluates a query a second time, following where each value comes from. What moves values about is done here;
 * filters, conditions, orders and whatever makes new values of old ones are left to groq-js.
 */
export function traceQuery(tree: ExprNode, options: EvaluateOptions): Trace {
  return new Tracer(options).trace(tree, new TraceScope(NOTHING))
}

type Node<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

class Tracer {
  readonly #options: EvaluateOptions

  constructor(options: EvaluateOptions) {
    this.#options = options
  }

  trace(node: ExprNode, scope: TraceScope): Trace {
    switch (node.type) {
      case 'This':
        return scope.trace
      case 'Parent':
        return scope.ancestor(node.n)?.trace ?? NOTHING
      case 'Everything':
        return traceFound(this.#options.dataset)
      case 'Value':
        return literal(node.value)
      case 'Group':
        return this.trace(node.base, scope)
      case 'AccessAttribute':
        return memberOf(node.base ? this.trace(node.base, scope) : scope.trace, node.name)
      case 'AccessElement':
        return itemsOf(this.trace(node.base, scope))?.at(node.index) ?? NOTHING
      case 'ArrayCoerce': {
        const base = this.trace(node.base, scope)
        return Array.isArray(base.value) ? base : NOTHING
      }
      case 'Slice':
        return this.#slice(node, scope)
      case 'Deref':
        return this.#dereference(node, scope)
      case 'Projection': {
        const base = this.trace(node.base, scope)
        return isJsonObject(base.value) ? this.trace(node.expr, scope.nested(base)) : NOTHING
      }
      case 'Object':
        return this.#object(node, scope)
      case 'Array':
        return this.#array(node, scope)
      case 'Map':
      case 'FlatMap':
        return this.#map(node, scope)
      case 'Select': {
        const chosen = node.alternatives.find(({condition}) => this.#isTrue(condition, scope))
        const value = chosen?.value ?? node.fallback
        return value ? this.trace(value, scope) : NOTHING
      }
      case 'Filter':
        return this.#choose(node.base, (base) => ({...node, base}), scope)
      case 'PipeFuncCall':
        return node.name === 'score'
          ? this.#score(node, scope)
          : this.#choose(node.base, (base) => ({...node, base}), scope)
      case 'FuncCall':
        return this.#call(node, scope)
      default:
        return unknown(this.#evaluate(node, scope))
    }
  }

  /** The value of an expression, whose origin nobody asks for. */
  #evaluate(node: ExprNode, scope: TraceScope, items?: readonly unknown[]): unknown {
    const {expr, params} = bindParents(node, scope)
    return evaluateSync(expr, {
      ...this.#options,
      root: scope.trace.value,
      params: {...this.#options.params, ...params, ...(items ? {[ITEMS]: items} : {})},
    }).data
  }

  #isTrue(condition: ExprNode, scope: TraceScope): boolean {
    return this.#evaluate(condition, scope) === true
  }

  #slice({base, left, right, isInclusive}: Node<'Slice'>, scope: TraceScope): Trace {
    const items = itemsOf(this.trace(base, scope))
    if (!items) return NOTHING
    const fromStart = (bound: number): number => Math.max(bound < 0 ? bound + items.length : bound, 0)
    const end = (right < 0 ? right + items.length : right) + Number(isInclusive)
    return builtArray(items.slice(fromStart(left), Math.max(end, 0)))
  }

  #dereference(node: Node<'Deref'>, scope: TraceScope): Trace {
    if (isCallNode(node)) return this.#ownCall(node, scope)
    const {base} = node
    const reference = this.trace(base, scope).value
    const id = isJsonObject(reference) ? reference['_ref'] : undefined
    return typeof id === 'string' ? traceFound(this.#options.dereference?.({_ref: id})) : NOTHING
  }

  /** For a function of the lake: what it chose from an array is still what it was there. */
  #ownCall(node: Node<'Deref'>, scope: TraceScope): Trace {
    const value = this.#evaluate(node, scope)
    const [first] = argumentsOf(node)
    const items = first && Array.isArray(value) ? itemsOf(this.trace(first, scope)) : undefined
    return items && Array.isArray(value) ? align(items, value) : unknown(value)
  }

  #object({attributes}: Node<'Object'>, scope: TraceScope): Trace {
    const members = new Map<string, Trace>()
    for (const attribute of attributes) {
      if (attribute.type === 'ObjectAttributeValue') {
        members.set(attribute.name, this.trace(attribute.value, scope))
        continue
      }
      if (attribute.type === 'ObjectConditionalSplat' && !this.#isTrue(attribute.condition, scope)) continue
      for (const [name, member] of membersOf(this.trace(attribute.value, scope))) members.set(name, member)
    }
    return builtObject(members)
  }

  #array({elements}: Node<'Array'>, scope: TraceScope): Trace {
    return builtArray(
      elements.flatMap(({value, isSplat}) => {
        const trace = this.trace(value, scope)
        return isSplat ? (itemsOf(trace) ?? []) : [trace]
      }),
    )
  }

  #map(node: Node<'Map' | 'FlatMap'>, scope: TraceScope): Trace {
    const items = itemsOf(this.trace(node.base, scope))
    if (!items) return NOTHING
    const mapped = items.map((item) => this.trace(node.expr, scope.nested(item, true)))
    return builtArray(node.type === 'Map' ? mapped : mapped.flatMap((inner) => itemsOf(inner) ?? [inner]))
  }

  /** For what gives some of the items of an array in some order: groq-js says which. */
  #choose(base: ExprNode, rebuild: (base: ExprNode) => ExprNode, scope: TraceScope): Trace {
    const items = itemsOf(this.trace(base, scope))
    if (!items) return NOTHING
    const values = items.map(({value}) => value)
    const chosen = this.#evaluate(rebuild({type: 'Parameter', name: ITEMS}), scope, values)
    return Array.isArray(chosen) ? align(items, chosen) : NOTHING
  }

  // Scored items are copies, so each carries its place along.
  #score(node: Node<'PipeFuncCall'>, scope: TraceScope): Trace {
    const items = itemsOf(this.trace(node.base, scope))
    if (!items) return NOTHING
    const marked = items.map(({value}, place) => (isJsonObject(value) ? {...value, [ITEMS]: place} : value))
    const scored = this.#evaluate({...node, base: {type: 'Parameter', name: ITEMS}}, scope, marked)
    if (!Array.isArray(scored)) return NOTHING
    return builtArray(
      scored.map((item: unknown) => {
        const place = isJsonObject(item) ? item[ITEMS] : undefined
        const source = typeof place === 'number' ? items[place] : undefined
        if (!source || !isJsonObject(item)) return unknown(item)
        return builtObject(new Map([...membersOf(source), ['_score', unknown(item['_score'])]]))
      }),
    )
  }

  #call(node: Node<'FuncCall'>, scope: TraceScope): Trace {
    const [first, ...rest] = node.args
    const name = `${node.namespace}::${node.name}`
    if (name === 'global::coalesce') {
      for (const arg of node.args) {
        const trace = this.trace(arg, scope)
        if (trace.value !== null) return trace
      }
      return NOTHING
    }
    if (first && (name === 'array::compact' || name === 'array::unique')) {
      return this.#choose(first, (base) => ({...node, args: [base, ...rest]}), scope)
    }
    return unknown(this.#evaluate(node, scope))
  }
}

/** Finds the items of an array again among those that were chosen from it. */
function align(items: readonly Trace[], chosen: readonly unknown[]): Trace {
  const waiting = new Map<unknown, Trace[]>()
  for (const item of items.toReversed()) {
    const same = waiting.get(item.value)
    if (same) same.push(item)
    else waiting.set(item.value, [item])
  }
  return builtArray(chosen.map((value) => waiting.get(value)?.pop() ?? unknown(value)))
}
