import type {ExprNode} from 'groq-js'
import type {Type} from '../types/type.ts'
import {NEVER} from '../types/type.ts'
import {members, unionOf} from '../types/union.ts'
import {refine} from './refine.ts'
import {narrowed, nest} from './scope.ts'
import type {Scope} from './scope.ts'
import type {Truth} from './truth.ts'
import {truthOf} from './truth.ts'

/** What a condition can come to, and what is known of the value where it holds. */
export interface Outcome {
  readonly truth: Truth
  /** The value of the scope, where the condition is true. */
  readonly value: Type
}

/** Looks at a condition once: each part of a chain of `&&` is only looked at where the parts before it hold. */
export function where(condition: ExprNode, scope: Scope): Outcome {
  if (condition.type === 'Group') return where(condition.base, scope)
  if (condition.type === 'And') {
    const left = where(condition.left, scope)
    if (!left.truth.true && !left.truth.null)
      return {truth: {true: false, false: true, null: false}, value: NEVER}
    const right = where(condition.right, narrowed(scope, left.truth.true ? left.value : scope.value))
    return {truth: bothOf(left.truth, right.truth), value: left.truth.true ? right.value : NEVER}
  }
  const truth = truthOf(scope.run.evaluate(condition, scope))
  const list = members(scope.value)
  const [only] = list
  if (list.length === 1 && only) return {truth, value: held(only, condition, truth, scope)}
  const values = list.map((member) => {
    const inner = narrowed(scope, member)
    return held(member, condition, truthOf(scope.run.evaluate(condition, inner)), inner)
  })
  return {truth, value: unionOf(values)}
}

function bothOf(left: Truth, right: Truth): Truth {
  return {
    true: left.true && right.true,
    false: left.false || left.null || (left.true && right.false),
    null: left.null || (left.true && right.null),
  }
}

function held(member: Type, condition: ExprNode, truth: Truth, scope: Scope): Type {
  if (!truth.true) return NEVER
  return truth.false || truth.null ? refine(member, condition, scope) : member
}

/** The items of an array that a filter lets through. */
export function narrowItems(items: Type, condition: ExprNode, scope: Scope): Type {
  return unionOf(members(items).map((member) => where(condition, nest(scope, member)).value))
}

/** The scope in which a condition is known not to hold; `truth` is what it comes to in the scope as it is. */
export function scopeUnless(scope: Scope, condition: ExprNode, truth: Truth): Scope {
  const list = members(scope.value)
  if (list.length < 2) return truth.false || truth.null ? scope : narrowed(scope, NEVER)
  const kept = list.filter((member) => {
    const own = truthOf(scope.run.evaluate(condition, narrowed(scope, member)))
    return own.false || own.null
  })
  return narrowed(scope, unionOf(kept))
}
