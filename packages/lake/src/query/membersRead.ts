import type {ExprNode} from 'groq-js'
import {isLookup} from './reservedReference.ts'

/** Which members of documents a query reads for each `*` in it; `whole` where it may read any, or gives them out. */
export type MembersRead = ReadonlyMap<ExprNode, ReadonlySet<string> | 'whole'>

/** What an expression stands for: documents of some `*` (one or a list), or anything else. */
type Meaning = {from: readonly ExprNode[]}

type Scope = {value: Meaning; parent: Scope | undefined; isHidden: boolean}

const OTHER: Meaning = {from: []}

/** Follows the documents of each `*` through a query and notes which of their members are looked at. */
export function membersRead(tree: ExprNode): MembersRead {
  const reader = new Reader()
  reader.giveOut(reader.read(tree, {value: OTHER, parent: undefined, isHidden: false}))
  return reader.found
}

/** Which members of a document a filter reads. */
export function membersOfFilter(filter: ExprNode): ReadonlySet<string> | 'whole' {
  const document: ExprNode = {type: 'Everything'}
  const reader = new Reader()
  const own = reader.read(document, {value: OTHER, parent: undefined, isHidden: false})
  reader.giveOut(reader.read(filter, {value: own, parent: undefined, isHidden: false}))
  return reader.found.get(document) ?? 'whole'
}

class Reader {
  readonly found = new Map<ExprNode, Set<string> | 'whole'>()

  /** The documents leave for where nobody follows them. */
  giveOut({from}: Meaning): void {
    for (const source of from) this.found.set(source, 'whole')
  }

  read(node: ExprNode, scope: Scope): Meaning {
    switch (node.type) {
      case 'Everything':
        if (!this.found.has(node)) this.found.set(node, new Set())
        return {from: [node]}
      case 'This':
        return scope.value
      case 'Parent':
        return ancestor(scope, node.n)?.value ?? OTHER
      case 'Group':
      case 'ArrayCoerce':
      case 'Slice':
      case 'AccessElement':
        return this.read(node.base, scope)
      case 'AccessAttribute':
        return this.#member(node.base ? this.read(node.base, scope) : scope.value, node.name)
      case 'Deref':
        return this.#member(this.read(node.base, scope), '_ref')
      case 'Filter': {
        const base = this.read(node.base, scope)
        this.giveOut(this.read(node.expr, nested(scope, base, false)))
        return base
      }
      case 'Map':
      case 'FlatMap':
        return this.read(node.expr, nested(scope, this.read(node.base, scope), true))
      case 'Projection':
        return this.read(node.expr, nested(scope, this.read(node.base, scope), false))
      case 'PipeFuncCall':
        return this.#pipe(node, scope)
      case 'FuncCall':
        return this.#call(node, scope)
      case 'Object':
        for (const attribute of node.attributes) {
          if (attribute.type === 'ObjectConditionalSplat') this.giveOut(this.read(attribute.condition, scope))
          this.giveOut(this.read(attribute.value, scope))
        }
        return OTHER
      case 'Array':
        for (const {value} of node.elements) this.giveOut(this.read(value, scope))
        return OTHER
      default:
        return this.#others(node, scope)
    }
  }

  #member({from}: Meaning, name: string): Meaning {
    for (const source of from) {
      const names = this.found.get(source)
      if (names instanceof Set) names.add(name)
    }
    return OTHER
  }

  #pipe(node: Extract<ExprNode, {type: 'PipeFuncCall'}>, scope: Scope): Meaning {
    const base = this.read(node.base, scope)
    if (node.name === 'score') this.#member(base, '_score')
    for (const arg of node.args) this.giveOut(this.read(arg, nested(scope, base, false)))
    return base
  }

  #call(node: Extract<ExprNode, {type: 'FuncCall'}>, scope: Scope): Meaning {
    const [first] = node.args
    // The document itself, which stands beside, has no text of its own.
    if (node.name === 'coalesce' && first && isLookup(first, 'text')) return this.read(first, scope)
    const meanings = node.args.map((arg) => this.read(arg, scope))
    const isCount = node.namespace === 'global' && node.name === 'count'
    if (!isCount) for (const meaning of meanings) this.giveOut(meaning)
    // These look at the document around them, some at all of it.
    if (node.namespace === 'sanity') this.#member(scope.value, '_id')
    else if (node.name === 'references' || node.namespace === 'delta' || node.namespace === 'releases')
      this.giveOut(scope.value)
    return OTHER
  }

  // Operators and conditions: whatever stands in them is given out, unless it is a member.
  #others(node: ExprNode, scope: Scope): Meaning {
    const inner = innerExpressions(node)
    if (inner) for (const expression of inner) this.giveOut(this.read(expression, scope))
    else
      for (let around: Scope | undefined = scope; around; around = around.parent) this.giveOut(around.value)
    return OTHER
  }
}

function nested(scope: Scope, value: Meaning, isHidden: boolean): Scope {
  return {value, parent: scope.isHidden ? scope.parent : scope, isHidden}
}

function ancestor(scope: Scope, steps: number): Scope | undefined {
  let current: Scope | undefined = scope
  for (let step = 0; step < steps; step += 1) current = current?.parent
  return current
}

/** The expressions directly inside one, or nothing for those that look at documents in ways of their own. */
function innerExpressions(node: ExprNode): ExprNode[] | undefined {
  switch (node.type) {
    case 'OpCall':
    case 'And':
    case 'Or':
      return [node.left, node.right]
    case 'InRange':
      return [node.base, node.left, node.right]
    case 'Not':
    case 'Neg':
    case 'Pos':
    case 'Asc':
    case 'Desc':
      return [node.base]
    case 'Select':
      return [
        ...node.alternatives.flatMap(({condition, value}) => [condition, value]),
        ...(node.fallback ? [node.fallback] : []),
      ]
    case 'Value':
    case 'Parameter':
    case 'Context':
      return []
    default:
      return undefined
  }
}
